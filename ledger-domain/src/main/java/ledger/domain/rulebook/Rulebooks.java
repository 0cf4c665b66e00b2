package ledger.domain.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import ledger.domain.account.EvidenceGrade;

/** The rulebooks on the shelf, by edition, and the calendar they share. */
public final class Rulebooks {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, Rulebook> byEdition = new LinkedHashMap<>();
    private final WorkingDays workingDays;

    public Rulebooks(List<Rulebook> rulebooks, WorkingDays workingDays) {
        rulebooks.forEach(rulebook -> byEdition.put(rulebook.edition(), rulebook));
        this.workingDays = workingDays;
    }

    /** The rulebooks and the calendar that the ledger ships. */
    public static Rulebooks shipped() {
        return new Rulebooks(List.of(parse(resource("default-cn.yaml"))), parseCalendar(resource("calendar-cn.yaml")));
    }

    /**
     * @throws IllegalArgumentException when no such edition is on the shelf: an entry that it judged cannot be judged again
     */
    public Rulebook edition(String edition) {
        Rulebook rulebook = byEdition.get(edition);
        if (rulebook == null) {
            throw new IllegalArgumentException("no rulebook " + edition + "; known are " + byEdition.keySet());
        }
        return rulebook;
    }

    /** The newest edition of a rulebook in effect on a day. */
    public Rulebook inEffect(String id, LocalDate day) {
        return byEdition.values().stream()
                .filter(rulebook -> rulebook.id().equals(id) && !rulebook.effectiveFrom().isAfter(day))
                .max(java.util.Comparator.comparing(Rulebook::effectiveFrom))
                .orElseThrow(() -> new IllegalArgumentException("no rulebook " + id + " is in effect on " + day));
    }

    public WorkingDays workingDays() {
        return workingDays;
    }

    static Rulebook parse(String yaml) {
        JsonNode root = YAML.readTree(yaml);
        return new Rulebook(
                root.required("id").asString(),
                root.required("version").asString(),
                LocalDate.parse(root.required("effectiveFrom").asString()),
                root.required("title").required("zh").asString(),
                root.required("title").required("en").asString(),
                root.required("dailyLimit").required("automaticMinutes").asInt(),
                root.required("dailyLimit").required("parentMinutes").asInt(),
                root.required("notice").required("workingDays").asInt(),
                root.required("creditGrades").valueStream()
                        .map(grade -> EvidenceGrade.valueOf(grade.asString()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    static WorkingDays parseCalendar(String yaml) {
        JsonNode root = YAML.readTree(yaml);
        Set<LocalDate> holidays = new TreeSet<>();
        Set<LocalDate> worked = new TreeSet<>();
        root.required("years").forEach(year -> {
            year.required("holidays").forEach(span -> holidays.addAll(days(span.asString())));
            year.required("workedWeekends").forEach(span -> worked.addAll(days(span.asString())));
        });
        return new WorkingDays(root.required("lastKnownYear").asInt(), holidays, worked);
    }

    private static List<LocalDate> days(String span) {
        String[] ends = span.split("\\.\\.", -1);
        return LocalDate.parse(ends[0]).datesUntil(LocalDate.parse(ends[ends.length - 1]).plusDays(1)).toList();
    }

    private static String resource(String name) {
        try (InputStream in = Rulebooks.class.getResourceAsStream("/rulebooks/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the ledger ships no rulebooks/" + name);
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
