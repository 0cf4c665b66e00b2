package ledger.api.page;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import ledger.api.door.EntryDecisionDoor.Corrected;
import ledger.api.door.EntryDecisionDoor.Decided;
import ledger.api.door.EntryDecisionDoor.RemedyAsked;
import ledger.api.door.EntryDecisionDoor.Resolved;
import ledger.api.door.PreviewDoor.PreviewAsked;
import ledger.api.intake.DoorRefusal;
import ledger.api.intake.RefusedException;
import ledger.domain.Refusal;

/** A decision about an entry as the form of its page sends it: what is decided, why, and what the entry should say. */
record DecisionForm(MultiValueMap<String, String> fields) {

    String decision() {
        return text("decision");
    }

    /** The words for the decision. */
    String reason() {
        return text("reason");
    }

    boolean isToBeDone() {
        return text("step").equals("do");
    }

    /** What the page keeps while the reader looks; the form adds its own signs anew. */
    Map<String, List<String>> sentAgain() {
        Map<String, List<String>> kept = new LinkedHashMap<>(fields);
        kept.keySet().removeAll(Set.of("_csrf", "step"));
        kept.putIfAbsent("decision", List.of(""));
        return kept;
    }

    Decided decided() {
        return new Decided(code(), reason());
    }

    Corrected corrected() {
        return new Corrected(
                code(), reason(), optional("activityName"), optional("category"), optional("content"),
                optional("place"), optional("stationCode"), optional("gridCode"),
                moment(text("servedFrom"), "servedFrom"), moment(text("servedTo"), "servedTo"),
                minutes(text("breakMinutes")));
    }

    Resolved resolved() {
        return new Resolved(code(), reason(), remedies());
    }

    PreviewAsked previewed() {
        Corrected corrected = corrected();
        return new PreviewAsked(
                decision(), corrected.activityName(), corrected.category(), corrected.content(), corrected.place(),
                corrected.stationCode(), corrected.gridCode(), corrected.servedFrom(), corrected.servedTo(),
                corrected.breakMinutes(), remedies());
    }

    /** Of the entries side by side, those that get another time or are taken back. */
    private List<RemedyAsked> remedies() {
        List<RemedyAsked> remedies = new ArrayList<>();
        List<String> ids = all("remedy");
        for (int i = 0; i < ids.size(); i++) {
            boolean takeBack = all("takeBack").contains(ids.get(i));
            boolean same = at("remedyFrom", i).equals(at("wasFrom", i)) && at("remedyTo", i).equals(at("wasTo", i));
            if (takeBack) {
                remedies.add(new RemedyAsked(ids.get(i), null, null, null, true));
            } else if (!same) {
                remedies.add(new RemedyAsked(
                        ids.get(i), moment(at("remedyFrom", i), "servedFrom"), moment(at("remedyTo", i), "servedTo"),
                        null, false));
            }
        }
        return remedies;
    }

    private @Nullable String code() {
        return optional("reasonCode");
    }

    private List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    private String at(String name, int i) {
        List<String> values = all(name);
        return i < values.size() ? values.get(i) : "";
    }

    /** What was typed into a field; empty where nothing was. */
    private String text(String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
    }

    private @Nullable String optional(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDateTime moment(String text, String field) {
        try {
            return text.isEmpty() ? null : LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw invalid(field);
        }
    }

    private static @Nullable Integer minutes(String text) {
        if (!text.isEmpty() && !text.matches("\\d{1,4}")) {
            throw invalid("breakMinutes");
        }
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    private static RefusedException invalid(String field) {
        return new RefusedException(Refusal.of(DoorRefusal.VALUE_INVALID, field).with("field", field));
    }
}
