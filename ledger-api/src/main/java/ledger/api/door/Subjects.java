package ledger.api.door;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ledger.api.access.Visibility;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.Vault;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.projections.account.EntryReader;
import ledger.projections.recognition.RecognitionReader;
import ledger.projections.statement.StatementReader;
import ledger.projections.submission.SubmissionReader;

/** What an auditor asks about, written {@code kind:id}, such as {@code volunteer:3307990007000001}. */
@Component
class Subjects {

    private final Vault vault;
    private final OrganizationRegister organizations;
    private final SubmissionReader submissions;
    private final StatementReader statements;
    private final RecognitionReader recognitions;
    private final EntryReader entries;

    Subjects(
            Vault vault,
            OrganizationRegister organizations,
            SubmissionReader submissions,
            StatementReader statements,
            RecognitionReader recognitions,
            EntryReader entries) {
        this.vault = vault;
        this.organizations = organizations;
        this.submissions = submissions;
        this.statements = statements;
        this.recognitions = recognitions;
        this.entries = entries;
    }

    /** What can be asked about. */
    enum Kind {
        ENTRY,
        /** By number. */
        VOLUNTEER,
        /** By code, name or id. */
        ORGANIZATION,
        /** A roster. */
        SUBMISSION,
        /** By number. */
        STATEMENT,
        RECOGNITION,
        /** By the id of the token under which somebody or some system came. */
        ACTOR
    }

    /** @param id the ledger's own: of a statement its number */
    record Subject(Kind kind, String id) {}

    /** @throws RefusedException where it is written otherwise, or is not there */
    Subject find(@Nullable String of) {
        String asked = Reads.required(of, "of");
        int colon = asked.indexOf(':');
        Kind kind = kind(asked.substring(0, Math.max(0, colon)));
        String id = asked.substring(colon + 1).strip();
        return new Subject(kind, switch (kind) {
            case ENTRY -> entries.find(id, EntryReader.NOW).orElseThrow(Visibility::notFound).entryId();
            case VOLUNTEER -> vault.volunteerId(id).orElseThrow(Visibility::notFound);
            case ORGANIZATION -> organizations.find(id).orElseThrow(Visibility::notFound).id();
            case SUBMISSION -> submissions.find(id).orElseThrow(Visibility::notFound).submissionId();
            case STATEMENT -> statements.find(id).orElseThrow(Visibility::notFound).issued().number();
            case RECOGNITION -> recognitions.find(id).orElseThrow(Visibility::notFound).recognitionId();
            case ACTOR -> Reads.required(id, "of");
        });
    }

    private static Kind kind(String name) {
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return kind;
            }
        }
        throw RefusedException.of(DoorRefusal.VALUE_INVALID, "of");
    }
}
