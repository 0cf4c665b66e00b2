package ledger.api.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import ledger.api.ground.CircumstancesRegister;
import ledger.api.ground.LedgerClock;
import ledger.api.ground.OrganizationRegister.Branch;
import ledger.api.ground.OrganizationRegister.Organization;
import ledger.api.ground.Vault.Contact;
import ledger.api.intake.SessionIntake.Origin;
import ledger.domain.LedgerIds;
import ledger.domain.account.Activity;
import ledger.domain.account.AnnexNote;
import ledger.domain.account.Circumstances;
import ledger.domain.account.Claim;
import ledger.domain.account.ContentFingerprint;
import ledger.domain.account.HourAccountCommand.RecordService;
import ledger.domain.account.RecordingFacts;
import ledger.domain.account.ServedTime;
import ledger.domain.account.SourceRecord;
import ledger.domain.rulebook.Rulebooks;

/** Makes the commands of sessions whose people, organization and time are known. */
final class SessionCommands {

    private final Recording recording;
    private final CircumstancesRegister circumstances;
    private final LedgerClock clock;
    private final Rulebooks rulebooks;
    private final String rulebookId;

    SessionCommands(
            Recording recording,
            CircumstancesRegister circumstances,
            LedgerClock clock,
            Rulebooks rulebooks,
            String rulebookId) {
        this.recording = recording;
        this.circumstances = circumstances;
        this.clock = clock;
        this.rulebooks = rulebooks;
        this.rulebookId = rulebookId;
    }

    SessionCommands into(Recording other) {
        return new SessionCommands(other, circumstances, clock, rulebooks, rulebookId);
    }

    /** Give each candidate its command. */
    void complete(List<Candidate> candidates, Origin origin, Branch branch) {
        Map<Contact, String> contacts = recording.contactIds(candidates.stream()
                .flatMap(candidate -> Stream.of(Column.PERSON_IN_CHARGE, Column.RECORDER)
                        .flatMap(column -> candidate.contact(column).stream()))
                .distinct()
                .toList());
        Map<Candidate, AnnexNote> remarks = keepRemarks(candidates);
        String rulebook = rulebooks.inEffect(rulebookId, clock.today()).edition();
        Map<String, String> survivors = circumstances.survivors(candidates.stream()
                .map(candidate -> Objects.requireNonNull(candidate.volunteerId))
                .distinct()
                .toList());
        Map<Candidate, Circumstances> known = circumstances(candidates, survivors);
        candidates.forEach(candidate -> {
            Organization recorder = Objects.requireNonNull(candidate.organization);
            ServedTime time = Objects.requireNonNull(candidate.time);
            String volunteerId = Objects.requireNonNull(candidate.volunteerId);
            Activity activity = activity(candidate, contacts);
            String fingerprint = ContentFingerprint.of(
                    volunteerId, recorder.id(), activity, time, candidate.known().evidence());
            candidate.command = new RecordService(
                    LedgerIds.accountOf(survivors.getOrDefault(volunteerId, volunteerId)),
                    volunteerId,
                    source(candidate.row, origin, recorder, fingerprint),
                    recorder.id(),
                    origin.actor().organization().orElseGet(() -> branch.rootOf(recorder.id())),
                    activity,
                    time,
                    candidate.known().evidence(),
                    remarks.get(candidate),
                    new RecordingFacts(
                            recorder.active(),
                            recorder.isSupervised(),
                            isOrganizerOrContracted(candidate.row, recorder, branch),
                            clock.instant(),
                            clock.today(),
                            rulebook,
                            new Claim.Unclaimed(),
                            Objects.requireNonNull(known.get(candidate))));
        });
    }

    private Map<Candidate, Circumstances> circumstances(
            List<Candidate> candidates, Map<String, String> survivors) {
        List<Circumstances> found = circumstances.of(candidates.stream()
                .map(candidate -> new CircumstancesRegister.Asked(
                        survivors.getOrDefault(
                                Objects.requireNonNull(candidate.volunteerId), candidate.volunteerId),
                        Objects.requireNonNull(candidate.time).servedOn(),
                        Objects.requireNonNull(candidate.organization).id(),
                        candidate.row.text(Column.ACTIVITY_CODE).orElse(null),
                        candidate.row.text(Column.CATEGORY).orElse(null)))
                .toList());
        Map<Candidate, Circumstances> byCandidate = new HashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            byCandidate.put(candidates.get(i), found.get(i));
        }
        return byCandidate;
    }

    private Map<Candidate, AnnexNote> keepRemarks(List<Candidate> candidates) {
        List<Candidate> remarked = candidates.stream()
                .filter(candidate -> candidate.row.text(Column.REMARK).isPresent())
                .toList();
        List<AnnexNote> notes = recording.keep(remarked.stream()
                .map(candidate -> candidate.row.text(Column.REMARK).orElseThrow())
                .toList());
        Map<Candidate, AnnexNote> byCandidate = new HashMap<>();
        for (int i = 0; i < remarked.size(); i++) {
            byCandidate.put(remarked.get(i), notes.get(i));
        }
        return byCandidate;
    }

    private static Activity activity(Candidate candidate, Map<Contact, String> contacts) {
        Row row = candidate.row;
        return new Activity(
                row.text(Column.ACTIVITY_NAME).orElse(""),
                row.text(Column.CATEGORY).orElse(null),
                row.text(Column.CONTENT).orElse(null),
                row.text(Column.PLACE).orElse(null),
                candidate.contact(Column.PERSON_IN_CHARGE).map(contacts::get).orElse(null),
                candidate.contact(Column.RECORDER).map(contacts::get).orElse(null))
                .at(candidate.stationId, candidate.gridId);
    }

    /** R9: the row's own record id, else the request's, else its content. */
    private static SourceRecord source(Row row, Origin origin, Organization recorder, String fingerprint) {
        String system = row.text(Column.SOURCE_SYSTEM)
                .or(() -> Optional.ofNullable(origin.sourceSystem()))
                .orElse("roster:" + recorder.id());
        return new SourceRecord(system, row.text(Column.SOURCE_RECORD)
                .or(() -> Optional.ofNullable(origin.sourceRecord()))
                .orElse("content:" + fingerprint));
    }

    private static boolean isOrganizerOrContracted(Row row, Organization recorder, Branch branch) {
        if (row.text(Column.ORGANIZER).isEmpty()) {
            return true;
        }
        boolean itself = branch.named(row.text(Column.ORGANIZER).get()).stream()
                .anyMatch(one -> one.id().equals(recorder.id()));
        boolean contracted = row.text(Column.CONTRACTED)
                .map(text -> text.equals("是") || text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("true"))
                .orElse(false);
        return itself || contracted;
    }
}
