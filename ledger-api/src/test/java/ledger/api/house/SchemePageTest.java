package ledger.api.house;

import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import ledger.domain.recognition.Scheme;
import ledger.domain.recognition.SchemeField;
import ledger.domain.recognition.Schemes;

import static org.assertj.core.api.Assertions.assertThat;

/** The page that describes the language of schemes is made from the code; {@code -Dledger.approve=true} writes it. */
class SchemePageTest {

    private static final String PAGE = "ledger-domain/docs/schemes.md";
    private static final Pattern TABLE =
            Pattern.compile("(?s)(<!-- (fields\\.en|fields\\.zh|shipped) -->\\n).*?(<!-- end -->)");

    @Test
    void thePageSaysWhatTheReaderReadsAndTheShelfHolds() {
        Map<String, Supplier<String>> tables = Map.of(
                "fields.en", () -> fields(false), "fields.zh", () -> fields(true), "shipped", SchemePageTest::shipped);
        String text = Checkout.read(PAGE);
        assertThat(TABLE.matcher(text).results()).hasSameSizeAs(tables.keySet());
        String today = TABLE.matcher(text).replaceAll(table -> Matcher.quoteReplacement(
                table.group(1) + tables.get(table.group(2)).get() + table.group(3)));
        if (Boolean.getBoolean("ledger.approve")) {
            Checkout.write(PAGE, today);
        } else {
            assertThat(text).as("-Dledger.approve=true writes the tables of %s anew", PAGE).isEqualTo(today);
        }
    }

    private static String fields(boolean chinese) {
        return (chinese ? "| 字段 | 含义 |" : "| field | what it says |") + "\n|---|---|\n"
                + Stream.of(SchemeField.values())
                        .map(field -> "| `" + field.path() + "` | " + (chinese ? field.zh() : field.en()) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String shipped() {
        return "| scheme 方案 | in effect 生效 | confidence 可信程度 | source 来源 | cases 案例 |\n|---|---|---|---|---|\n"
                + Schemes.shipped().all().stream()
                        .map(scheme -> "| `%s` %s | %s – %s | %s | %s | %d |\n".formatted(
                                scheme.edition(), scheme.title().zh(), scheme.effectiveFrom(),
                                scheme.effectiveTo() == null ? "" : scheme.effectiveTo(),
                                scheme.confidence().wire(), scheme.source(), cases(scheme)))
                        .collect(Collectors.joining());
    }

    private static long cases(Scheme scheme) {
        return Checkout.read("ledger-domain/src/test/resources/acceptance/" + scheme.id() + ".csv").lines()
                .filter(line -> line.startsWith(scheme.version() + "|"))
                .count();
    }
}
