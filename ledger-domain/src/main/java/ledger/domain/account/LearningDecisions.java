package ledger.domain.account;

import ledger.domain.Decision;
import ledger.domain.account.HourAccountCommand.KeepAsTraining;
import ledger.domain.account.HourAccountEvent.HeldServiceKeptAsTraining;

import static ledger.domain.account.HourAccountRefusal.*;

/** A held entry that turns out to be learning is kept as learning minutes, apart from all service (R8). */
final class LearningDecisions {

    private final Deciding deciding;

    LearningDecisions(Entries entries) {
        this.deciding = new Deciding(entries);
    }

    Decision<HourAccountEvent> keep(KeepAsTraining command) {
        return deciding.about(command.entryId(), entry -> {
            if (!Deciding.mayDecide(command.officer(), entry)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            return switch (entry.state()) {
                case TRAINING -> Decision.alreadySo(entry.entryId());
                case HELD -> Decision.accept(new HeldServiceKeptAsTraining(
                        command.accountId(), entry.entryId(), entry.time().minutes(), command.officer(),
                        command.reason(), command.decidedOn()));
                case RECORDED, OBJECTED, CERTIFIED, DECLINED, REVOKED -> Decision.refuse(ENTRY_NOT_HELD, "entry");
            };
        });
    }
}
