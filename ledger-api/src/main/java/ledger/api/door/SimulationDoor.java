package ledger.api.door;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ledger.api.access.Actor;
import ledger.api.access.Role;
import ledger.api.access.Visibility;
import ledger.api.ground.Job;
import ledger.api.ground.JobProperties;
import ledger.api.ground.Jobs;
import ledger.api.ground.OrganizationRegister;
import ledger.api.ground.Vault;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.ExportedText;
import ledger.api.intake.RefusedException;
import ledger.api.operation.JobWorker;
import ledger.api.operation.Simulations;
import ledger.domain.LedgerIds;
import ledger.domain.recognition.Scheme;
import ledger.projections.LedgerJson;
import ledger.projections.account.JudgedAnew;
import ledger.projections.recognition.SimulatedChange;

/**
 * A draft of a scheme beside the version in use: who would gain, who would lose, and why; a second person signs. And a
 * draft of a rulebook about every session as it came.
 */
@RestController
@RequestMapping("/api/v1/simulations")
public class SimulationDoor {

    private static final int PAGE = 500;
    private static final char MARK = '\uFEFF';

    private final Simulations simulations;
    private final Jobs jobs;
    private final JobWorker worker;
    private final JobProperties properties;
    private final Vault vault;
    private final OrganizationRegister organizations;
    private final Reads reads;

    SimulationDoor(
            Simulations simulations,
            Jobs jobs,
            JobWorker worker,
            JobProperties properties,
            Vault vault,
            OrganizationRegister organizations,
            Reads reads) {
        this.simulations = simulations;
        this.jobs = jobs;
        this.worker = worker;
        this.properties = properties;
        this.vault = vault;
        this.organizations = organizations;
        this.reads = reads;
    }

    /**
     * @param text the document of a draft; or else
     * @param edition a version at hand, {@code id/version}
     * @param against the edition beside which it is set; absent for the version in use that it would replace
     * @param day both are asked for this day; today when absent
     * @param rulebook the document of a draft of a rulebook, instead of a scheme
     * @param rulebookEdition an edition of a rulebook at hand, {@code id/version}
     */
    record SimulationAsked(
            @Nullable String text,
            @Nullable String edition,
            @Nullable String against,
            @Nullable String day,
            @Nullable String rulebook,
            @Nullable String rulebookEdition) {}

    record SignedAsked(@Nullable String signedBy) {}

    /** @param effectiveFrom from when on accounts are evaluated by it */
    record SignedScheme(String scheme, String version, String digest, LocalDate effectiveFrom, String signedBy) {}

    @PostMapping
    ResponseEntity<JobJson> simulate(@RequestBody SimulationAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        Job job = begin(asked, actor);
        worker.wake();
        return ResponseEntity.accepted()
                .header(HttpHeaders.LOCATION, "/api/v1/jobs/" + job.jobId())
                .body(JobJson.of(job, properties.reportDays()));
    }

    private Job begin(SimulationAsked asked, Actor actor) {
        if (asked.rulebookEdition() != null) {
            return simulations.beginRulebookAtHand(asked.rulebookEdition(), actor);
        }
        if (asked.rulebook() != null) {
            return simulations.beginRulebook(asked.rulebook(), actor);
        }
        LocalDate given = Reads.day(asked.day(), "day");
        LocalDate day = given == null ? reads.clock().today() : given;
        return asked.edition() == null
                ? simulations.begin(Reads.required(asked.text(), "text"), asked.against(), day, actor)
                : simulations.beginAtHand(asked.edition(), asked.against(), day, actor);
    }

    /** Everybody who would reach other levels, or every session that would fare otherwise, each on a line. */
    @GetMapping("/{id}/changes")
    void changes(
            @PathVariable String id,
            @RequestParam(defaultValue = "ndjson") String format,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response)
            throws IOException {
        Job job = simulation(id, actor);
        if (!format.equals("csv") && !format.equals("ndjson")) {
            throw RefusedException.of(DoorRefusal.VALUE_INVALID, "format");
        }
        Iterator<String> changes = simulations.changes(job);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"simulation." + format + "\"");
        response.setContentType(format.equals("csv") ? "text/csv;charset=UTF-8" : VerdictStream.NDJSON);
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            if (format.equals("csv")) {
                out.write(MARK);
                CsvWriter csv = CsvWriter.builder().build(out);
                if (Simulations.isOfRulebook(job)) {
                    judged(changes, csv);
                } else {
                    reached(changes, csv);
                }
                csv.flush();
            } else {
                while (changes.hasNext()) {
                    out.write(changes.next() + "\n");
                }
            }
        }
    }

    private void judged(Iterator<String> changes, CsvWriter csv) {
        csv.writeRecord(
                "记录 entry", "志愿者编号 volunteer number", "组织 organization", "服务日期 served on", "分钟 minutes",
                "原结果 fate before", "原因 reasons before", "逾期 late before", "新结果 fate after", "新原因 reasons after",
                "逾期 late after");
        while (changes.hasNext()) {
            List<JudgedAnew> page = page(changes, JudgedAnew.class);
            Map<String, Vault.Person> people = vault.read(page.stream()
                    .map(one -> LedgerIds.volunteerOf(one.accountId())).distinct().toList());
            for (JudgedAnew one : page) {
                csv.writeRecord(Stream.of(
                                one.entryId(), name(LedgerIds.volunteerOf(one.accountId()), people),
                                name(one.recordedBy(), people), one.servedOn().toString(),
                                Integer.toString(one.minutes()), one.before().fate().name(),
                                String.join(" ", one.before().reasons()), SimulationWords.of(one.before().late()),
                                one.after().fate().name(), String.join(" ", one.after().reasons()),
                                SimulationWords.of(one.after().late()))
                        .map(ExportedText::of).toList());
            }
        }
    }

    private static <T> List<T> page(Iterator<String> lines, Class<T> type) {
        List<T> page = new ArrayList<>();
        while (lines.hasNext() && page.size() < PAGE) {
            page.add(LedgerJson.read(lines.next(), type));
        }
        return page;
    }

    private void reached(Iterator<String> changes, CsvWriter csv) {
        csv.writeRecord(
                "编号或代码 number or code", "结果 effect", "原等级 level before", "原计入分钟 minutes before",
                "原状态 standing before", "新等级 level after", "新计入分钟 minutes after", "新状态 standing after",
                "原因 why");
        while (changes.hasNext()) {
            List<SimulatedChange> page = page(changes, SimulatedChange.class);
            Map<String, Vault.Person> people = vault.read(page.stream().map(SimulatedChange::subject)
                    .filter(id -> id.startsWith("volunteer-")).toList());
            for (SimulatedChange change : page) {
                csv.writeRecord(cells(change, people).stream().map(ExportedText::of).toList());
            }
        }
    }

    private List<String> cells(SimulatedChange change, Map<String, Vault.Person> people) {
        SimulatedChange.Side before = change.before();
        SimulatedChange.Side after = change.after();
        return List.of(
                name(change.subject(), people), SimulationWords.of(change.effect()), level(before),
                before == null ? "" : Integer.toString(before.minutes()),
                before == null ? "" : before.status().name(), level(after), Integer.toString(after.minutes()),
                after.status().name(), SimulationWords.of(change.why()));
    }

    private static String level(SimulatedChange.@Nullable Side side) {
        return Optional.ofNullable(side).map(SimulatedChange.Side::level).orElse("");
    }

    private String name(String subject, Map<String, Vault.Person> people) {
        Vault.Person person = people.get(subject);
        return person != null
                ? person.number()
                : organizations.find(subject).map(OrganizationRegister.Organization::code).orElse(subject);
    }

    /** Put into use, word for word, what was simulated; not by the one who asked for the simulation. */
    @PostMapping("/{id}/signature")
    SignedScheme sign(
            @PathVariable String id, @RequestBody SignedAsked asked, @AuthenticationPrincipal Actor actor) {
        Visibility.require(actor, Role.AUTHORITY, Role.OPERATOR);
        String signedBy = Reads.required(asked.signedBy(), "signedBy");
        Scheme scheme = simulations.sign(simulation(id, actor), signedBy, actor);
        return new SignedScheme(
                scheme.id(), scheme.version(), scheme.digest(), scheme.effectiveFrom(), signedBy);
    }

    private Job simulation(String id, Actor actor) {
        Visibility.require(actor, Role.AUDITOR, Role.AUTHORITY, Role.OPERATOR);
        return jobs.find(id).filter(job -> job.kind() == Job.Kind.SIMULATION).orElseThrow(Visibility::notFound);
    }
}
