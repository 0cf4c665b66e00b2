package ledger.api.intake;

import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import ledger.api.ground.OrganizationRegister.Organization;
import ledger.api.ground.Vault.Contact;
import ledger.domain.Refusal;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.account.ServedTime;

/** A row on its way: refused, or still standing with what is known of it so far. */
final class Candidate {
    final Row row;
    @Nullable Refusal refusal;
    @Nullable SessionDraft draft;
    @Nullable Organization organization;
    @Nullable ServedTime time;
    @Nullable String volunteerId;
    @Nullable String stationId;
    @Nullable String gridId;
    @Nullable RecordService command;

    Candidate(Row row) {
        this.row = row;
    }

    boolean stands() {
        return refusal == null;
    }

    void refuse(Refusal because) {
        if (refusal == null) {
            refusal = because;
        }
    }

    SessionDraft known() {
        return Objects.requireNonNull(draft);
    }

    Optional<Contact> contact(Column column) {
        Organization recorder = organization;
        return recorder == null
                ? Optional.empty()
                : row.text(column).map(name -> new Contact(recorder.id(), name));
    }
}
