package ledger.api.door;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.intake.ReceivedFile;
import ledger.api.intake.RegisterIntake;
import ledger.api.intake.RosterIntake;
import ledger.api.intake.SessionIntake;
import ledger.api.intake.Texts;
import ledger.api.intake.Verdict;
import ledger.projections.LedgerJson;
import ledger.projections.submission.SubmissionProjection;
import ledger.projections.submission.SubmissionReader;
import ledger.projections.submission.SubmissionReader.SubmissionView;

/**
 * Where files come in. Asked for {@code application/x-ndjson} it answers each row as soon as it is committed, then one
 * line with the sums; else the whole report at once.
 */
@RestController
@RequestMapping("/api/v1")
public class FileDoor {

    private static final String NDJSON = "application/x-ndjson";

    private final RosterIntake rosters;
    private final RegisterIntake registers;
    private final SubmissionReader submissions;
    private final Texts texts;
    private final Reads reads;

    FileDoor(
            RosterIntake rosters, RegisterIntake registers, SubmissionReader submissions, Texts texts, Reads reads) {
        this.rosters = rosters;
        this.registers = registers;
        this.submissions = submissions;
        this.texts = texts;
        this.reads = reads;
    }

    /** Takes a file, tells each verdict, and returns the id of the submission if there is one. */
    interface Taking {
        String take(ReceivedFile file, Consumer<Verdict> answered, AtomicLong position);
    }

    @PostMapping("/rosters")
    void roster(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal Actor actor)
            throws IOException {
        if (!SessionIntake.maySubmit(actor)) {
            Visibility.require(actor, Role.RECORDER);
        }
        answer(request, response, fileName(request), (file, answered, position) -> {
            RosterIntake.Summary summary = rosters.take(file, actor, answered);
            position.set(summary.position());
            return summary.submissionId();
        });
    }

    /** From the address alone: asking for a parameter would read a body sent as a form, and the file would be gone. */
    private static String fileName(HttpServletRequest request) {
        String name = UriComponentsBuilder.newInstance().query(request.getQueryString()).build()
                .getQueryParams().getFirst("fileName");
        return name == null ? "" : UriUtils.decode(name, StandardCharsets.UTF_8);
    }

    @PostMapping(value = "/organizations", consumes = {"text/csv", NDJSON})
    void organizations(
            HttpServletRequest request, HttpServletResponse response, @AuthenticationPrincipal Actor actor)
            throws IOException {
        Visibility.require(actor, Role.OPERATOR, Role.AUTHORITY);
        answer(request, response, "", (file, answered, position) -> {
            registers.takeOrganizations(file, actor, answered);
            return "";
        });
    }

    @PostMapping(value = "/volunteers", consumes = {"text/csv", NDJSON})
    void volunteers(
            HttpServletRequest request, HttpServletResponse response, @AuthenticationPrincipal Actor actor)
            throws IOException {
        Visibility.require(actor, Role.OPERATOR, Role.AUTHORITY, Role.MANAGER, Role.RECORDER);
        answer(request, response, "", (file, answered, position) -> {
            registers.takeVolunteers(file, actor, answered);
            return "";
        });
    }

    void answer(HttpServletRequest request, HttpServletResponse response, String name, Taking taking)
            throws IOException {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean stream = accept != null && accept.contains(NDJSON);
        try (ReceivedFile file = ReceivedFile.spool(request.getInputStream(), name)) {
            if (stream) {
                stream(response, file, taking);
            } else {
                response.setContentType("application/json");
                List<VerdictJson> verdicts = new ArrayList<>();
                VerdictJson.Report report = report(file, taking, verdicts::add, verdicts);
                response.getOutputStream().write(bytes(report));
            }
        }
    }

    private void stream(HttpServletResponse response, ReceivedFile file, Taking taking) throws IOException {
        OutputStream out = new BufferedOutputStream(response.getOutputStream());
        VerdictJson.Report report = report(file, taking, verdict -> {
            response.setContentType(NDJSON);
            writeLine(out, verdict);
        }, List.of());
        response.setContentType(NDJSON);
        writeLine(out, report);
        out.flush();
    }

    private static void writeLine(OutputStream out, Object value) {
        try {
            out.write(bytes(value));
            out.write('\n');
            if (value instanceof VerdictJson verdict && verdict.row() % 100 == 0) {
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VerdictJson.Report report(
            ReceivedFile file, Taking taking, Consumer<VerdictJson> answered, List<VerdictJson> verdicts) {
        Map<Verdict.Fate, Integer> counts = new EnumMap<>(Verdict.Fate.class);
        AtomicLong position = new AtomicLong();
        String submission = taking.take(
                file,
                verdict -> {
                    counts.merge(verdict.fate(), 1, Integer::sum);
                    position.accumulateAndGet(verdict.position() == null ? 0 : verdict.position(), Math::max);
                    answered.accept(VerdictJson.of(verdict, texts));
                },
                position);
        return new VerdictJson.Report(
                submission.isEmpty() ? null : submission,
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts.getOrDefault(Verdict.Fate.ACCEPTED, 0),
                counts.getOrDefault(Verdict.Fate.HELD, 0),
                counts.getOrDefault(Verdict.Fate.REFUSED, 0),
                counts.getOrDefault(Verdict.Fate.DUPLICATE, 0),
                position.get(),
                verdicts);
    }

    private static byte[] bytes(Object value) {
        return LedgerJson.write(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Submissions, newest first. */
    record SubmissionPage(long position, List<SubmissionView> submissions) {}

    @GetMapping("/rosters")
    SubmissionPage list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        Visibility.require(
                actor, Role.RECORDER, Role.CERTIFIER, Role.MANAGER, Role.AUTHORITY, Role.OPERATOR, Role.AUDITOR);
        long position = reads.upTo(after, SubmissionProjection.ROOM);
        return new SubmissionPage(position, submissions.latest(
                Visibility.boundTo(actor).orElse(null), Math.clamp(limit, 1, 500)));
    }

    @GetMapping("/rosters/{id}")
    SubmissionPage one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal Actor actor) {
        long position = reads.upTo(after, SubmissionProjection.ROOM);
        return submissions.find(id)
                .filter(found -> Visibility.boundTo(actor)
                        .map(organization -> organization.equals(found.submittedBy()))
                        .orElse(Visibility.seesAll(actor)))
                .map(found -> new SubmissionPage(position, List.of(found)))
                .orElseThrow(Visibility::notFound);
    }
}
