package ledger.api.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import ledger.api.TestLedger;
import ledger.api.access.Role;
import ledger.api.access.Tokens;
import ledger.api.ground.Vault;
import ledger.domain.LedgerIds;
import ledger.projections.LedgerJson;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A ledger with a small register: an authority, two stations below it, two volunteers. The first station recorded a
 * session of each volunteer, the second one another session of the second volunteer; all are certified.
 */
final class SmallTown implements AutoCloseable {

    static final String FIRST = "3307990007000001";
    static final String SECOND = "3307990007000003";

    /** Never served; may be frozen. */
    static final String THIRD = "3307990007000004";

    /** Never served; may leave. */
    static final String FOURTH = "3307990007000002";

    static final String STATION = "ST-A";
    static final String OTHER_STATION = "ST-B";
    static final String SPARE_STATION = "ST-C";
    static final String DOOMED_STATION = "ST-D";

    /** Who comes to a door; all of an organization are of the first station unless they say otherwise. */
    enum Who {
        RECORDER,
        CERTIFIER,
        MANAGER,
        MANAGER_ELSEWHERE,
        FIRST_VOLUNTEER,
        SECOND_VOLUNTEER,
        AUDITOR,
        AUTHORITY,
        OPERATOR,
        NOBODY
    }

    static final String ORGANIZATIONS = """
            code,name,kind,parent
            AUTH,区志愿服务指导中心,authority,
            ST-A,青禾站,station,AUTH
            ST-B,婺南站,station,AUTH
            ST-C,望江站,station,AUTH
            ST-D,回龙站,station,AUTH
            """;

    static final String VOLUNTEERS = """
            志愿者编号,姓名,证件类型,证件号码,注册日期
            3307990007000001,陈梅桐,居民身份证,330799197901200148,2018-10-24
            3307990007000003,孙哲,居民身份证,330799196904060289,2022-09-09
            3307990007000004,杨国,居民身份证,330799195604080355,2022-10-05
            3307990007000002,郑英桐,居民身份证,330799199801280215,2023-09-10
            """;

    private final TestLedger ledger;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Who, String> tokens = new EnumMap<>(Who.class);
    private final AtomicInteger days = new AtomicInteger();

    /** An entry of the first volunteer, by the first station. */
    final String entry;

    /** An entry of the second volunteer, by the second station. */
    final String entryElsewhere;

    /** A roster that the first station sent. */
    final String roster;

    /** Number of a statement over the first volunteer's lines, signed by the first station. */
    final String statement;

    SmallTown() {
        this(TestLedger.start());
    }

    SmallTown(TestLedger ledger) {
        this.ledger = ledger;
        token(Who.OPERATOR, Role.OPERATOR, null, null);
        file("/organizations", ORGANIZATIONS);
        file("/volunteers", VOLUNTEERS);
        token(Who.RECORDER, Role.RECORDER, STATION, null);
        token(Who.CERTIFIER, Role.CERTIFIER, STATION, null);
        token(Who.MANAGER, Role.MANAGER, STATION, null);
        token(Who.MANAGER_ELSEWHERE, Role.MANAGER, OTHER_STATION, null);
        token(Who.FIRST_VOLUNTEER, Role.VOLUNTEER, null, FIRST);
        token(Who.SECOND_VOLUNTEER, Role.VOLUNTEER, null, SECOND);
        token(Who.AUDITOR, Role.AUDITOR, null, null);
        token(Who.AUTHORITY, Role.AUTHORITY, "AUTH", null);
        entry = freshEntry(FIRST, STATION);
        freshEntry(SECOND, STATION);
        entryElsewhere = freshEntry(SECOND, OTHER_STATION);
        roster = json(post(Who.RECORDER, "/rosters", "text/csv", roster())).path("submission").asString();
        json(post(Who.OPERATOR, "/rounds", "application/json",
                "{\"asOf\": \"" + LocalDate.now().plusDays(60) + "\"}"));
        statement = json(post(Who.CERTIFIER, "/volunteers/" + FIRST + "/statements", "application/json", "{}"))
                .path("number").asString();
    }

    private void token(Who who, Role role, @Nullable String organization, @Nullable String volunteer) {
        tokens.put(who, ledger.get(Tokens.class).issue(
                        role,
                        organization == null ? null : LedgerIds.organization(organization),
                        volunteer == null ? null : ledger.get(Vault.class).volunteerId(volunteer).orElseThrow(),
                        who.name())
                .secret());
    }

    private void file(String path, String text) {
        JsonNode report = json(post(Who.OPERATOR, path, "text/csv", text));
        assertThat(report.path("refused").asInt(-1)).as("%s", report).isZero();
    }

    TestLedger ledger() {
        return ledger;
    }

    /** A new session, on a day of its own, as the JSON of a request. */
    String session(String volunteer, String station) {
        LocalDate day = LocalDate.of(2025, 1, 1).plusDays(days.getAndIncrement());
        return """
                {"volunteerNumber": "%s", "organization": "%s", "place": "青禾社区广场", "recorder": "记录员07",
                 "activity": {"name": "便民服务", "category": "社区服务", "content": "便民", "personInCharge": "负责人07"},
                 "servedFrom": "%3$sT09:00:00+08:00", "servedTo": "%3$sT11:00:00+08:00",
                 "sourceSystem": "kiosk", "sourceRecord": "S-%3$s", "evidence": "SYSTEM_TIMED"}
                """.formatted(volunteer, station, day);
    }

    /** The id of a newly recorded entry, in public notice. */
    String freshEntry(String volunteer, String station) {
        HttpResponse<String> answer =
                post(Who.OPERATOR, "/sessions", "application/json", session(volunteer, station));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("id").asString();
    }

    /** A roster of one row, always the same. */
    static String roster() {
        return """
                志愿者编号,活动名称,服务日期,开始时间,结束时间,服务地点,服务内容,服务类别,活动组织单位,活动负责人,记录人
                3307990007000001,站点咨询,2024-05-06,13:00,15:00,站点,咨询,社区服务,ST-A,负责人06,记录员06
                """;
    }

    String freshToken() {
        return ledger.get(Tokens.class).issue(Role.AUDITOR, null, null, "to be revoked").tokenId();
    }

    HttpResponse<String> get(Who who, String path) {
        return send(who, "GET", path, null, "");
    }

    HttpResponse<String> post(Who who, String path, String contentType, String body) {
        return send(who, "POST", path, contentType, body);
    }

    HttpResponse<String> getWith(String secret, String path) {
        return send(secret, "GET", path, null, "");
    }

    /** What lies at a path that is no door of the API. */
    HttpResponse<String> path(Who who, String path) {
        return sendTo(tokens.get(who), "GET", path, null, "");
    }

    HttpResponse<String> send(Who who, String method, String path, @Nullable String contentType, String body) {
        return send(tokens.get(who), method, path, contentType, body);
    }

    /** Sends a file as it is. */
    HttpResponse<String> file(Who who, String path, byte[] content) {
        return send(tokens.get(who), "POST", path, "application/octet-stream", BodyPublishers.ofByteArray(content));
    }

    /** Asks for each row's verdict as a line, so that a large file is answered at once too. */
    HttpResponse<String> fileInLines(Who who, String path, byte[] content) {
        BodyPublisher body = BodyPublishers.ofByteArray(content);
        return send(request(tokens.get(who), "POST", "/api/v1" + path, "application/octet-stream", body)
                .header("Accept", "application/x-ndjson"));
    }

    private HttpResponse<String> send(
            @Nullable String secret, String method, String path, @Nullable String contentType, String body) {
        return send(
                secret, method, path, contentType,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(
            @Nullable String secret, String method, String path, @Nullable String contentType, BodyPublisher body) {
        return send(request(secret, method, "/api/v1" + path, contentType, body));
    }

    private HttpResponse<String> sendTo(
            @Nullable String secret, String method, String address, @Nullable String contentType, String body) {
        return send(request(
                secret, method, address, contentType,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(
            @Nullable String secret, String method, String address, @Nullable String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ledger.port() + address))
                .method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (secret != null) {
            request.header("Authorization", "Bearer " + secret);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
        return LedgerJson.MAPPER.readTree(response.body());
    }

    @Override
    public void close() {
        http.close();
        ledger.close();
    }
}
