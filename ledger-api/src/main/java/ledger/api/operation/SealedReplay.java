package ledger.api.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;

import ledger.api.operation.LedgerArchive.RefusedArchiveException;
import ledger.api.operation.SealedArchive.Manifest;
import ledger.api.operation.SealedArchive.Subject;
import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.Schemes;
import ledger.domain.rulebook.Rulebooks;
import ledger.projections.LedgerJson;
import ledger.projections.replay.Replay;
import ledger.projections.replay.ReplayOutcome;
import ledger.projections.replay.ReplayOutcome.Compared;
import ledger.projections.replay.ReplayScope;
import ledger.projections.replay.ReplayTerms;

/** Folds a sealed archive again, on any computer that has this program: no service, no database, no network. */
public final class SealedReplay implements AutoCloseable {

    private final Manifest manifest;
    private final ArchivedFacts facts;
    private final ReplayTerms terms;

    private SealedReplay(Manifest manifest, ArchivedFacts facts, ReplayTerms terms) {
        this.manifest = manifest;
        this.facts = facts;
        this.terms = terms;
    }

    /**
     * Opens an archive and holds every file in it to the manifest.
     *
     * @throws RefusedArchiveException when it is none, or not what its manifest says
     */
    public static SealedReplay open(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip);
            ArchivedFacts facts = new ArchivedFacts();
            try {
                return open(zip, manifest, facts);
            } catch (IOException | RuntimeException e) {
                facts.close();
                throw e;
            }
        }
    }

    private static SealedReplay open(ZipFile zip, Manifest manifest, ArchivedFacts facts) throws IOException {
        Map<String, LocalDate> born = new HashMap<>();
        Map<String, String> documents = new LinkedHashMap<>();
        List<SealedPart> read = new ArrayList<>();
        for (SealedPart part : manifest.parts()) {
            read.add(switch (part.name()) {
                case SealedArchive.FACTS -> SealedPart.read(zip, part.name(), facts::add);
                case SealedArchive.SUBJECTS -> SealedPart.read(zip, part.name(), line -> {
                    Subject subject = LedgerJson.read(line, Subject.class);
                    born.put(subject.volunteerId(), YearMonth.parse(subject.bornIn()).atDay(1));
                });
                default -> SealedPart.readWhole(zip, part.name(), text -> documents.put(part.name(), text));
            });
        }
        String logDigest = facts.whole();
        if (!read.equals(manifest.parts()) || facts.head() != manifest.position()
                || !logDigest.equals(manifest.logDigest())) {
            throw new RefusedArchiveException("the archive is not what its manifest says 归档内容与清单不符: "
                    + manifest.parts().stream().filter(part -> !read.contains(part)).map(SealedPart::name).toList());
        }
        return new SealedReplay(manifest, facts, terms(manifest, documents, born));
    }

    private static ReplayTerms terms(
            Manifest manifest, Map<String, String> documents, Map<String, LocalDate> born) {
        Schemes known = Schemes.with(own(documents, "schemes/", Schemes.shippedDocuments()));
        Rulebooks rulebooks = Rulebooks.with(own(documents, "rulebooks/", Rulebooks.shippedDocuments()));
        List<Scheme> asked = manifest.schemes().stream()
                .map(edition -> known.all().stream()
                        .filter(scheme -> scheme.edition().equals(edition))
                        .findFirst()
                        .orElseThrow(() -> new RefusedArchiveException("the archive lacks scheme 归档缺少方案 " + edition)))
                .toList();
        return new ReplayTerms(
                asked, known, manifest.day(), rulebooks.edition(manifest.rulebook()).creditGrades(),
                volunteerId -> Optional.ofNullable(born.get(volunteerId)));
    }

    /** Documents that this program does not ship. One that it ships must be there word for word. */
    private static Map<String, String> own(
            Map<String, String> documents, String room, Map<String, String> shipped) {
        Map<String, String> own = new LinkedHashMap<>();
        documents.forEach((name, text) -> {
            if (name.startsWith(room) && !shipped.containsKey(name)) {
                own.put(name, text);
            } else if (shipped.containsKey(name) && !text.equals(shipped.get(name))) {
                throw new RefusedArchiveException("this program has another text of 本程序所带文本不同: " + name);
            }
        });
        return own;
    }

    /** @throws RefusedArchiveException when the file is no sealed archive */
    public static Manifest manifest(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return manifest(zip);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        List<String> text = new ArrayList<>();
        SealedPart.readWhole(zip, SealedArchive.MANIFEST, text::add);
        Manifest manifest = LedgerJson.read(text.getFirst(), Manifest.class);
        if (!SealedArchive.FORMAT.equals(manifest.format())) {
            throw new RefusedArchiveException("not a sealed archive 不是审计归档: " + manifest.format());
        }
        return manifest;
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * @param to last position to fold; absent for all
     * @return what was found, beside the live digest of the manifest where it speaks of the same
     */
    public ReplayOutcome run(ReplayScope scope, @Nullable Long to, LongConsumer progress) {
        Replay replay = Replay.of(facts, scope, to == null ? manifest.position() : to, progress);
        ReplayOutcome.Sums sums = new ReplayOutcome.Sums(scope instanceof ReplayScope.OfVolunteer);
        for (String id : replay.volunteerIds().stream().sorted().toList()) {
            sums.add(new Compared(id, terms.account(replay, id), null), replay.entriesOf(id), List.of());
        }
        return sums.of(replay, false);
    }

    @Override
    public void close() throws IOException {
        facts.close();
    }
}
