package ledger.api.door;

import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import ledger.api.door.SmallTown.Who;
import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/** Schemes are put into use by a person who signs, while the service runs; a document with mistakes changes nothing. */
class SchemeShelfTest extends AtTheDesk {

    private static final String OWN = """
            id: town-thanks
            version: "1"
            effectiveFrom: 2020-01-01
            title: {zh: 本镇感谢, en: Thanks of the town}
            confidence: verbatim
            source: 本镇办法，本镇，2020
            window: {kind: lifetime}
            bands: [{levels: [{id: thanks, minutes: 60, title: {zh: 感谢, en: Thanks}}]}]
            """;

    @Test
    void whatWasReadIsInUseAndExamplesWaitForASignature() {
        assertThat(item("cn-cyl-star", "2013-11").path("inUse").asBoolean()).isTrue();
        assertThat(item("cn-min-duty", "2013").path("inUse").asBoolean()).isTrue();
        assertThat(item("cn-fj-star", "2013").path("inUse").asBoolean()).isFalse();
        assertThat(verdict("cn-fj-star").isMissingNode()).isTrue();
    }

    @Test
    void aSignaturePutsAnExampleIntoUseAndNamesWhoSigned() {
        JsonNode signed = SmallTown.json(post(
                Who.OPERATOR, "/schemes/cn-gd-star/2014/signature", Map.of("signedBy", "王芳")));
        assertThat(signed.path("inUse").asBoolean()).isTrue();
        assertThat(signed.path("signedBy").asString()).isEqualTo("王芳");
        assertThat(signed.path("signedOn").asString()).isNotBlank();
        assertThat(verdict("cn-gd-star").path("status").asString()).isEqualTo("OPEN");
        assertTheListIsMadeAnew("cn-gd-star");
        String head = head();
        JsonNode again = SmallTown.json(post(
                Who.OPERATOR, "/schemes/cn-gd-star/2014/signature", Map.of("signedBy", "another")));
        assertThat(again.path("signedBy").asString()).isEqualTo("王芳");
        assertThat(head()).isEqualTo(head);
        assertThat(code(post(Who.OPERATOR, "/schemes/cn-gd-star/1914/signature", Map.of("signedBy", "王芳"))))
                .isEqualTo("scheme-unknown");
        assertThat(post(Who.OPERATOR, "/schemes/cn-gd-star/2014/signature", Map.of()).statusCode()).isEqualTo(400);
    }

    @Test
    void anOperatorsDocumentIsTakenAndStaysWhenALaterOneHasMistakes() {
        SmallTown.json(post(Who.OPERATOR, "/schemes", Map.of("text", OWN, "signedBy", "王芳")));
        assertThat(verdict("town-thanks").path("reached").path(0).asString()).isEqualTo("thanks");
        String wrong = OWN.replace("\"1\"", "\"2\"")
                .replace("minutes: 60", "hours: 1.5")
                .replace("lifetime", "decade");
        JsonNode refused = LedgerJson.MAPPER.readTree(
                post(Who.OPERATOR, "/schemes", Map.of("text", wrong, "signedBy", "王芳")).body());
        assertThat(refused.path("code").asString()).isEqualTo("scheme-unreadable");
        assertThat(refused.path("texts").path("zh").path("advice").asString())
                .contains("scheme.yaml:3:1: effectiveFrom: 生效日期与 town-thanks/1 重叠")
                .contains("scheme.yaml:7:10: window.kind: 没有“decade”这种统计期间")
                .contains("scheme.yaml:8:32: bands.levels.hours: 时长不用小数：1.5");
        assertThat(verdict("town-thanks").path("schemeVersion").asString()).isEqualTo("1");
        String head = head();
        SmallTown.json(post(Who.OPERATOR, "/schemes", Map.of("text", OWN, "signedBy", "王芳")));
        assertThat(head()).as("taken before").isEqualTo(head);
    }

    /** Until it is there the list is refused; then the whole view is the one that a rebuild makes. */
    private static void assertTheListIsMadeAnew(String scheme) {
        awaitList(scheme);
        JsonNode rebuilt = LedgerJson.MAPPER.readTree(
                post(Who.OPERATOR, "/rebuilds", Map.of("room", "recognition")).body().lines().toList().getLast());
        assertThat(rebuilt.path("rooms").path(0).path("tables").path(0).path("rows").asInt()).isPositive();
        assertThat(rebuilt.path("rooms").path(0).path("replaced").asBoolean()).isFalse();
    }

    private static JsonNode item(String scheme, String version) {
        return page(Who.OPERATOR, "/schemes/shelf").path("schemes").valueStream()
                .filter(one -> one.path("scheme").asString().equals(scheme)
                        && one.path("version").asString().equals(version))
                .findFirst().orElseThrow();
    }

    private static JsonNode verdict(String scheme) {
        return page(Who.AUDITOR, "/volunteers/" + SmallTown.FIRST + "/recognition?after=" + head()).path("verdicts")
                .valueStream()
                .filter(one -> one.path("schemeId").asString().equals(scheme))
                .findFirst().orElse(MissingNode.getInstance());
    }
}
