package ledger.domain.account;

import org.jspecify.annotations.Nullable;

/**
 * What was done, where, and under whom (R6). Only entries of grade HISTORICAL may lack more than the name.
 *
 * @param personInCharge id of the person in charge 活动负责人
 * @param recorder id of the person who recorded 记录人
 */
public record Activity(
        String name,
        @Nullable String category,
        @Nullable String content,
        @Nullable String place,
        @Nullable String personInCharge,
        @Nullable String recorder) {}
