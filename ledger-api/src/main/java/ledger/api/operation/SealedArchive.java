package ledger.api.operation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipOutputStream;

import org.springframework.stereotype.Component;

import ledger.api.ground.FactLog;
import ledger.api.ground.LedgerProperties;
import ledger.api.ground.RulebookFolder;
import ledger.api.ground.SignedSchemes;
import ledger.api.ground.Vault;
import ledger.domain.Digest;
import ledger.domain.history.FactTypes;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Schemes;
import ledger.domain.rulebook.Rulebooks;
import ledger.domain.volunteer.VolunteerEvent.VolunteerEnrolled;
import ledger.projections.LedgerJson;
import ledger.projections.log.LogDigest;
import ledger.projections.log.StoredFact;
import ledger.projections.replay.ReplayOutcome;
import ledger.projections.replay.ReplayScope;
import ledger.projections.replay.ReplayTerms;

/**
 * A ledger for auditors to take along: every fact, the documents by which it was judged, birth months under opaque ids,
 * and a manifest of counts and digests, among them that of a replay. Whoever has it folds it again without any service.
 */
@Component
public class SealedArchive {

    static final String FACTS = "facts.ndjson";
    static final String SUBJECTS = "subjects.ndjson";
    static final String MANIFEST = "manifest.json";
    static final String FORMAT = "hour-ledger/sealed/1";

    private static final String ENROLLED = FactTypes.of(VolunteerEnrolled.class).name();
    private static final int BATCH = 2_000;

    private final FactLog log;
    private final AuditReplay replay;
    private final Vault vault;
    private final SignedSchemes signed;
    private final LedgerProperties properties;
    private final Rulebooks rulebooks;

    SealedArchive(
            FactLog log,
            AuditReplay replay,
            Vault vault,
            SignedSchemes signed,
            LedgerProperties properties,
            Rulebooks rulebooks) {
        this.log = log;
        this.replay = replay;
        this.vault = vault;
        this.signed = signed;
        this.properties = properties;
        this.rulebooks = rulebooks;
    }

    /**
     * What the archive says of itself.
     *
     * @param position the last fact in it
     * @param logDigest over all its facts, see {@link LogDigest}
     * @param day on which schemes are asked
     * @param rulebook the edition that says which grades are credit hours
     * @param schemes editions that are asked
     * @param parts every file but this one
     * @param digest of a replay of everything, see {@link ReplayOutcome}
     * @param liveDigest of the live view at the same position
     */
    public record Manifest(
            String format,
            long position,
            String logDigest,
            LocalDate day,
            String rulebook,
            List<String> schemes,
            List<SealedPart> parts,
            int volunteers,
            int entries,
            long certifiedMinutes,
            String digest,
            String liveDigest) {

        /** SHA-256 of the manifest itself: whoever notes it down holds everything in the archive to it. */
        public String seal() {
            return Digest.of(LedgerJson.write(this).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What is known of a volunteer beyond the facts, without day, name or number. */
    record Subject(String volunteerId, String bornIn) {}

    /** Write it as a zip. */
    public Manifest write(OutputStream out) throws IOException {
        long upTo = log.head();
        ReplayTerms terms = replay.terms();
        ReplayOutcome outcome = replay.run(new ReplayScope.Everything(), upTo, true, AuditReplay.Watcher.NOBODY);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            LogDigest digest = new LogDigest();
            List<String> volunteerIds = new ArrayList<>();
            List<SealedPart> parts = new ArrayList<>();
            parts.add(SealedPart.write(zip, FACTS, text -> {
                for (long position = 0; position < upTo; ) {
                    List<StoredFact> batch = log.after(position, (int) Math.min(BATCH, upTo - position));
                    for (StoredFact fact : batch) {
                        digest.add(fact);
                        text.accept(LedgerJson.write(fact) + "\n");
                        if (fact.type().equals(ENROLLED)) {
                            volunteerIds.add(fact.aggregateId());
                        }
                    }
                    position = batch.getLast().position();
                }
            }));
            parts.add(SealedPart.write(zip, SUBJECTS, text -> subjects(volunteerIds, text)));
            for (Map.Entry<String, String> document : documents().entrySet()) {
                parts.add(SealedPart.write(zip, document.getKey(), text -> text.accept(document.getValue())));
            }
            Manifest manifest = new Manifest(
                    FORMAT, upTo, digest.hex(), terms.day(),
                    rulebooks.inEffect(properties.rulebook(), terms.day()).edition(),
                    terms.schemes().stream().map(Scheme::edition).toList(), parts, outcome.volunteers(),
                    outcome.entries(), outcome.certifiedMinutes(), outcome.digest(),
                    String.valueOf(outcome.liveDigest()));
            SealedPart.write(zip, MANIFEST, text -> text.accept(LedgerJson.write(manifest) + "\n"));
            return manifest;
        }
    }

    private void subjects(List<String> volunteerIds, Consumer<String> text) {
        for (int from = 0; from < volunteerIds.size(); from += BATCH) {
            List<String> some = volunteerIds.subList(from, Math.min(volunteerIds.size(), from + BATCH));
            new TreeMap<>(vault.of(some)).forEach((volunteerId, bornOn) -> text.accept(
                    LedgerJson.write(new Subject(volunteerId, YearMonth.from(bornOn).toString())) + "\n"));
        }
    }

    private Map<String, String> documents() {
        Map<String, String> documents = Schemes.shippedDocuments();
        signed.documents().forEach((name, text) -> documents.put("schemes/" + name.replace('/', '-'), text));
        documents.putAll(Rulebooks.shippedDocuments());
        RulebookFolder.read(properties.rulebooks()).forEach((name, text) ->
                documents.put("rulebooks/own-" + Path.of(name).getFileName(), text));
        return documents;
    }
}
