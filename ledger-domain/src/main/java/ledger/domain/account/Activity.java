package ledger.domain.account;

import org.jspecify.annotations.Nullable;

/**
 * What was done, where, and under whom (R6). Only entries of grade HISTORICAL may lack more than the name.
 *
 * @param personInCharge id of the person in charge 活动负责人
 * @param recorder id of the person who recorded 记录人
 * @param stationId the station 站点 of the city at which it was; absent where none was named
 * @param gridId the grid 网格 in which it was, as it was named then; absent where none was named
 */
public record Activity(
        String name,
        @Nullable String category,
        @Nullable String content,
        @Nullable String place,
        @Nullable String personInCharge,
        @Nullable String recorder,
        @Nullable String stationId,
        @Nullable String gridId) {

    /** At a place that is told in words alone. */
    public Activity(
            String name,
            @Nullable String category,
            @Nullable String content,
            @Nullable String place,
            @Nullable String personInCharge,
            @Nullable String recorder) {
        this(name, category, content, place, personInCharge, recorder, null, null);
    }

    /** The same at a station or in a grid. */
    public Activity at(@Nullable String station, @Nullable String grid) {
        return new Activity(name, category, content, place, personInCharge, recorder, station, grid);
    }
}
