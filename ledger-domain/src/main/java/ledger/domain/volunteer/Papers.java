package ledger.domain.volunteer;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import ledger.domain.Decision;
import ledger.domain.volunteer.VolunteerCommand.RecordConsent;
import ledger.domain.volunteer.VolunteerCommand.RecordQualification;
import ledger.domain.volunteer.VolunteerEvent.ConsentRecorded;
import ledger.domain.volunteer.VolunteerEvent.QualificationRecorded;

/**
 * The consents and qualifications kept of a volunteer.
 *
 * @param kept ids of all that were ever kept
 * @param withdrawn ids of those that were taken back
 */
record Papers(Set<String> kept, Set<String> withdrawn) {

    static final Papers NONE = new Papers(Set.of(), Set.of());

    Papers {
        kept = Set.copyOf(kept);
        withdrawn = Set.copyOf(withdrawn);
    }

    Papers with(String id) {
        return new Papers(and(kept, id), withdrawn);
    }

    Papers without(String id) {
        return new Papers(kept, and(withdrawn, id));
    }

    private static Set<String> and(Set<String> ids, String id) {
        Set<String> more = new HashSet<>(ids);
        more.add(id);
        return more;
    }

    Decision<VolunteerEvent> record(RecordConsent command) {
        if (!command.scope().isComplete()) {
            return Decision.refuse(VolunteerRefusal.CONSENT_SCOPE_INCOMPLETE, "scopeValue");
        }
        if (command.kind() == ConsentKind.GUARDIAN && command.giver() != ConsentGiver.GUARDIAN) {
            return Decision.refuse(VolunteerRefusal.GUARDIAN_MUST_CONSENT, "giver");
        }
        return record(command.consentId(), command.validFrom(), command.validTo(), new ConsentRecorded(
                command.volunteerId(), command.consentId(), command.kind(), command.scope(), command.giver(),
                command.guardian(), command.evidence(), command.validFrom(), command.validTo(), command.recordedBy(),
                command.recordedOn()));
    }

    Decision<VolunteerEvent> record(RecordQualification command) {
        if (command.code().isBlank()) {
            return Decision.refuse(VolunteerRefusal.QUALIFICATION_CODE_MISSING, "qualificationCode");
        }
        return record(command.qualificationId(), command.validFrom(), command.validTo(), new QualificationRecorded(
                command.volunteerId(), command.qualificationId(), command.kind(), command.code(), command.validFrom(),
                command.validTo(), command.evidence(), command.recordedBy(), command.recordedOn()));
    }

    private Decision<VolunteerEvent> record(
            String id, LocalDate from, @Nullable LocalDate to, VolunteerEvent recorded) {
        if (to != null && to.isBefore(from)) {
            return Decision.refuse(VolunteerRefusal.VALIDITY_REVERSED, "validTo");
        }
        if (withdrawn.contains(id)) {
            return Decision.refuse(VolunteerRefusal.PAPER_WITHDRAWN, "validFrom");
        }
        return kept.contains(id) ? Decision.alreadySo(id) : Decision.accept(recorded);
    }

    Decision<VolunteerEvent> withdraw(String id, VolunteerRefusal unknown, VolunteerEvent fact) {
        if (!kept.contains(id)) {
            return Decision.refuse(unknown, "id");
        }
        return withdrawn.contains(id) ? Decision.alreadySo(id) : Decision.accept(fact);
    }
}
