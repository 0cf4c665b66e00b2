package ledger.domain.account;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import ledger.domain.Decision;
import ledger.domain.account.Entries.Held;
import ledger.domain.account.EntryMarks.OpenTransfer;
import ledger.domain.account.HourAccountCommand.*;
import ledger.domain.account.HourAccountEvent.*;

import static ledger.domain.account.HourAccountRefusal.*;

/**
 * An entry goes from one organization's records to another's (F2.4): the recording organization proposes, the volunteer
 * consents, the receiving one verifies and keeps. The volunteer's minutes are not touched.
 */
final class TransferDecisions {

    private final Deciding deciding;

    TransferDecisions(Entries entries) {
        this.deciding = new Deciding(entries);
    }

    Decision<HourAccountEvent> propose(ProposeTransfer command) {
        return deciding.about(command.entryId(), entry -> {
            if (!Deciding.mayDecide(command.officer(), entry)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            if (command.toOrganizationId().equals(entry.recordedBy())) {
                return Decision.alreadySo(entry.entryId());
            }
            if (!command.receiverActive()) {
                return Decision.refuse(RECEIVER_NOT_ACTIVE, "to");
            }
            OpenTransfer open = entry.marks().transfer();
            if (open != null) {
                return open.toOrganizationId().equals(command.toOrganizationId())
                        ? Decision.alreadySo(entry.entryId())
                        : Decision.refuse(TRANSFER_OPEN, "entry");
            }
            return standing(entry, () -> new TransferProposed(
                    command.accountId(), entry.entryId(), entry.recordedBy(), command.toOrganizationId(),
                    command.officer(), command.reasonCode(), command.reason(), command.proposedOn()));
        });
    }

    Decision<HourAccountEvent> consent(ConsentToTransfer command) {
        return open(command.entryId(), (entry, open) -> open.consented()
                ? Decision.alreadySo(entry.entryId())
                : Decision.accept(new TransferConsented(
                        command.accountId(), entry.entryId(), open.toOrganizationId(), command.consentedOn())));
    }

    Decision<HourAccountEvent> end(EndTransfer command) {
        return open(command.entryId(), (entry, open) -> {
            TransferEnd outcome = command.outcome() == TransferEnd.CONSENT_REFUSED && open.consented()
                    ? TransferEnd.CONSENT_WITHDRAWN
                    : command.outcome();
            boolean may = switch (outcome) {
                case CONSENT_REFUSED, CONSENT_WITHDRAWN -> true;
                case CALLED_OFF -> command.officer() != null && Deciding.mayDecide(command.officer(), entry);
                case NOT_TAKEN -> isReceiver(command.officer(), open);
            };
            return may
                    ? Decision.accept(new TransferEnded(
                            command.accountId(), entry.entryId(), open.toOrganizationId(), outcome, command.officer(),
                            command.reason(), command.endedOn()))
                    : Decision.refuse(NOT_YOUR_ENTRY, "entry");
        });
    }

    Decision<HourAccountEvent> take(TakeTransferredService command) {
        return deciding.about(command.entryId(), entry -> {
            OpenTransfer open = entry.marks().transfer();
            if (open == null && entry.recordedBy().equals(command.officer().organizationId())) {
                return Decision.alreadySo(entry.entryId());
            }
            if (open == null) {
                return Decision.refuse(NO_TRANSFER_OPEN, "entry");
            }
            if (!isReceiver(command.officer(), open)) {
                return Decision.refuse(NOT_YOUR_ENTRY, "entry");
            }
            if (!command.receiverActive()) {
                return Decision.refuse(RECEIVER_NOT_ACTIVE, "to");
            }
            return open.consented()
                    ? standing(entry, () -> new ServiceTransferred(
                            command.accountId(), entry.entryId(), entry.recordedBy(), open.toOrganizationId(),
                            entry.time().minutes(), command.officer(), command.takenOn()))
                    : Decision.refuse(TRANSFER_NOT_CONSENTED, "entry");
        });
    }

    private static boolean isReceiver(@Nullable Officer officer, OpenTransfer open) {
        return officer != null
                && (officer.tier() != Tier.OWN || officer.organizationId().equals(open.toOrganizationId()));
    }

    /** Only what stands is passed on, and not while it is objected to. */
    private static Decision<HourAccountEvent> standing(
            Held entry, Supplier<HourAccountEvent> fact) {
        return switch (entry.state()) {
            case RECORDED, CERTIFIED -> Decision.accept(fact.get());
            case OBJECTED -> Decision.refuse(OBJECTION_OPEN, "entry");
            case HELD, DECLINED, REVOKED, TRAINING -> Decision.refuse(ENTRY_NOT_STANDING, "entry");
        };
    }

    private interface OfOpen {
        Decision<HourAccountEvent> decide(Held entry, OpenTransfer open);
    }

    private Decision<HourAccountEvent> open(String entryId, OfOpen then) {
        return deciding.about(entryId, entry -> {
            OpenTransfer open = entry.marks().transfer();
            return open == null ? Decision.refuse(NO_TRANSFER_OPEN, "entry") : then.decide(entry, open);
        });
    }
}
