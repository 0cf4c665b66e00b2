package ledger.api.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import ledger.domain.Refusal;
import ledger.domain.account.Hold;

/** The sentences that people read, in Chinese and English. */
public final class Texts {

    private final JsonNode root;

    public Texts() {
        try (InputStream in = Texts.class.getResourceAsStream("/refusals.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the texts of refusals are missing");
            }
            root = new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong, and what to do. */
    public record Text(String title, String advice) {}

    public Text of(Refusal refusal, Locale language) {
        JsonNode text = root.path("refusals").path(refusal.code().wire()).path(key(language));
        return new Text(
                fill(text.path("title").asString(refusal.code().wire()), refusal, language),
                fill(text.path("advice").asString(""), refusal, language));
    }

    /** A refusal as it is kept and told: code, field, and words in both languages. */
    public record Told(String code, String field, Text zh, Text en) {}

    public Told told(Refusal refusal) {
        return new Told(
                refusal.code().wire(), refusal.field(), of(refusal, Locale.CHINESE), of(refusal, Locale.ENGLISH));
    }

    /** Why an entry waits, and for whom. */
    public Text of(Hold hold, Locale language) {
        JsonNode text = root.path("holds").path(wire(hold.reason())).path(key(language));
        return new Text(
                fill(text.path("title").asString(wire(hold.reason())), hold.values()),
                fill(text.path("advice").asString(""), hold.values()));
    }

    /** What somebody should know of a file as a whole. */
    public Text of(Notice notice, Locale language) {
        JsonNode text = root.path("notices").path(wire(notice.kind())).path(key(language));
        return new Text(
                fill(text.path("title").asString(wire(notice.kind())), notice.values()),
                fill(text.path("advice").asString(""), notice.values()));
    }

    /** Why an entry did not count towards a scheme. */
    public String of(ledger.domain.recognition.Verdict.Reason reason, Locale language) {
        return root.path("reasons").path(wire(reason)).path(key(language)).path("title").asString(wire(reason));
    }

    private static String fill(String text, Refusal refusal, Locale language) {
        return fill(text.replace("{field}", Column.labelOf(refusal.field(), language)), refusal.values());
    }

    private static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private static String key(Locale language) {
        return language.getLanguage().equals("zh") ? "zh" : "en";
    }

    public static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
