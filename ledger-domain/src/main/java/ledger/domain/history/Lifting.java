package ledger.domain.history;

import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How facts stored long ago are read today: each step lifts one fact from a revision to the next. What was not known
 * then is told as unknown; nothing is made up, and what is stored stays as it is.
 */
public final class Lifting {

    /** @param from the revision that the step lifts to the one after it */
    private record Step(String name, int from, Consumer<ObjectNode> change) {}

    /** In order: a fact passes every step of its name from its own revision on. */
    private static final List<Step> STEPS = List.of(
            new Step("ServiceRecorded", 1, Lifting::circumstancesUnknown),
            new Step("ServiceHeld", 1, Lifting::circumstancesUnknown),
            new Step("ServiceHeld", 1, Lifting::reasonsNameNothing),
            new Step("RecognitionConferred", 1, Lifting::conferredOnAPerson));

    private Lifting() {}

    public static boolean isNeeded(String name, int revision) {
        return revision < FactTypes.named(name).revision();
    }

    /** The fact as it would be stored today. */
    public static ObjectNode lift(String name, int revision, JsonNode stored) {
        ObjectNode lifted = (ObjectNode) stored.deepCopy();
        for (int at = revision; at < FactTypes.named(name).revision(); at++) {
            for (Step step : steps(name, at)) {
                step.change().accept(lifted);
            }
        }
        return lifted;
    }

    private static List<Step> steps(String name, int from) {
        List<Step> steps = STEPS.stream().filter(step -> step.name().equals(name) && step.from() == from).toList();
        if (steps.isEmpty()) {
            throw new IllegalStateException("nothing lifts " + name + " from revision " + from);
        }
        return steps;
    }

    /** Entries of revision 1 kept nothing of what others knew (R12, R14, R20), and had no deadline (R13). */
    private static void circumstancesUnknown(ObjectNode fact) {
        ObjectNode circumstances = ((ObjectNode) fact.required("entry")).putObject("circumstances");
        circumstances.put("guardianConsent", false).putArray("qualifications");
        circumstances.put("frozen", false);
    }

    /** Revision 1 knew persons only, kept the day of the decision alone, and had each recognition in its own place. */
    private static void conferredOnAPerson(ObjectNode fact) {
        ObjectNode before = fact.deepCopy();
        fact.removeAll();
        fact.set("recognitionsId", before.required("recognitionId"));
        before.properties().forEach(field -> {
            fact.set(field.getKey().equals("volunteerId") ? "subjectId" : field.getKey(), field.getValue());
            if (field.getKey().equals("position")) {
                fact.set("asOf", before.required("conferredOn"));
            }
        });
    }

    /** Reasons of revision 1 were words alone. */
    private static void reasonsNameNothing(ObjectNode fact) {
        ArrayNode reasons = (ArrayNode) fact.required("reasons");
        for (int i = 0; i < reasons.size(); i++) {
            String reason = reasons.get(i).asString();
            ObjectNode named = reasons.objectNode().put("reason", reason);
            named.putObject("values");
            reasons.set(i, named);
        }
    }
}
