package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.StubSystem.Reply;
import com.wecomesb.connector.description.ConnectorFiles;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.mapping.MappingSet;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps {@code system:} of a Kamelet, against a stub that answers as it is told. */
class SystemStepTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String READ = "path: /orders/{document.id}";
    private static final String WRITE = "path: /orders\nbody: $document\neffect: true";

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final KameletTemplates templates = new KameletTemplates(clock);
    private final Map<String, String> settings = new HashMap<>();
    private StubSystem stub;
    private String connector = "";

    @BeforeEach
    void start() throws IOException {
        stub = new StubSystem();
        settings.putAll(Map.of("connector", "stub", "url", stub.url() + "/", "response-timeout", "500ms"));
    }

    @AfterEach
    void stop() {
        stub.close();
        templates.close();
    }

    @Test
    void keepsEveryCharacterOfAnExpression() {
        // Given
        answer(Reply.ok("{\"tickets\": [{\"id\": 1}, {\"id\": 2}]}"));
        // When
        JsonNode answer = call("""
                path: "/search/{document.id}/x y"
                query: '{"q": "a+b & c=d%41#e?" + $document.id, "n": 1 + 1, "tags": ["甲", "乙"], "no": null}'
                body: |
                  {
                    "outer": {"inner": {"text": "100% + 1 & more (x) )", "list": []}},
                    "sum": 1 + 2
                  }
                answer: 'the-one([for (.tickets) . if (.id == 2)])'
                """);
        // Then
        assertThat(stub.calls())
                .containsExactly(
                        "POST /search/%E5%8D%95%2F1/x%20y?q=a%2Bb%20%26%20c%3Dd%2541%23e%3F%E5%8D%95%2F1&n=2&tags=%E7%94%B2&tags=%E4%B9%99");
        assertThat(stub.requests.get(0).body())
                .isEqualTo("{\"outer\":{\"inner\":{\"text\":\"100% + 1 & more (x) )\",\"list\":[]}},\"sum\":3}");
        assertThat(stub.requests.get(0).header("Content-type")).isEqualTo("application/json");
        assertThat(answer.path("id").asInt()).isEqualTo(2);
    }

    @Test
    void sendsFormsAndFilesWithChineseNames() {
        // Given
        answer(Reply.ok("{\"ok\": true}"));
        // When
        call("path: /a\nform: '{\"text\": \"退 货\", \"n\": [1, 2]}'");
        call(
                "path: /b\nmultipart: '{\"note\": \"𠮷\", \"file\": {\"filename\": \"收据.png\", \"type\": \"image/png\", \"base64\": \"5pS25o2u\"}}'");
        // Then
        assertThat(stub.requests.get(0).body()).isEqualTo("text=%E9%80%80+%E8%B4%A7&n=1&n=2");
        assertThat(stub.requests.get(1).header("Content-type")).startsWith("multipart/form-data; boundary=");
        assertThat(stub.requests.get(1).body())
                .contains("name=\"note\"", "\r\n\r\n𠮷\r\n", "filename=\"收据.png\"", "image/png\r\n\r\n收据\r\n");
    }

    @Test
    void sendsTheBytesOfAFileAsTheyAre() {
        // Given
        answer(Reply.ok("{\"ok\": true}"));
        // When
        call("path: /c\nfile: '{\"type\": \"image/png\", \"base64\": \"5pS25o2u\"}'");
        call("path: /d\nfile: '{\"content\": \"退货\"}'");
        // Then
        assertThat(stub.calls()).containsExactly("POST /c", "POST /d");
        assertThat(stub.requests).extracting(StubSystem.Request::body).containsExactly("收据", "退货");
        assertThat(stub.requests)
                .extracting(request -> request.header("Content-type"))
                .containsExactly("image/png", "application/octet-stream");
    }

    @ParameterizedTest
    @ValueSource(ints = {413, 422})
    void saysForWhichFilesARequestMayHaveBeenRefused(int status) {
        // Given
        answer(new Reply(status, Map.of(), "<html>"));
        // When
        ConnectorFailed failed = failure("path: /c\neffect: true\nbody: $document\ncarries: '[\"收据.png\"]'");
        ConnectorFailed without = failure("path: /c\neffect: true\nbody: $document\ncarries: '[]'");
        // Then
        assertThat(failed).isInstanceOfSatisfying(FilesRefused.class, refused -> {
            assertThat(refused.names()).containsExactly("收据.png");
            assertThat(refused.kind()).isEqualTo(Kind.PERMANENT);
        });
        assertThat(without).isNotInstanceOf(FilesRefused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 504})
    void aSystemThatIsBusyRefusesNoFiles(int status) {
        // Given
        answer(new Reply(status, Map.of(), ""));
        // When
        ConnectorFailed failed = failure("path: /c\nbody: $document\ncarries: '[\"收据.png\"]'");
        // Then
        assertThat(failed).isNotInstanceOf(FilesRefused.class);
        assertThat(failed.kind()).isIn(Kind.RETRY, Kind.THROTTLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"5pS25o2u\"", "{\"type\": \"image/png\"}", "{\"base64\": \"?\"}"})
    void sendsNothingWhereAFileShouldBeAndIsNone(String file) {
        // When
        ConnectorFailed failed = failure("path: /c\neffect: true\nfile: '" + file + "'");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(failed.reason()).contains("参数 file");
        assertThat(stub.requests).isEmpty();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                argumentSet("page instead of JSON", READ, Reply.ok("<html>"), Kind.RETRY, "JSON"),
                argumentSet("page after a write", WRITE, Reply.ok("<html>"), Kind.UNKNOWN, "JSON"),
                argumentSet("half of the JSON", READ, Reply.ok("{\"id\": "), Kind.RETRY, "JSON"),
                argumentSet("cut answer", READ, Reply.CUT, Kind.RETRY, "没有等到"),
                argumentSet("cut answer after a write", WRITE, Reply.CUT, Kind.UNKNOWN, "没有等到"),
                argumentSet("nothing to read", READ, Reply.of(200, ""), Kind.RETRY, "空"),
                argumentSet("silence", READ, Reply.SILENCE, Kind.RETRY, "没有等到"),
                argumentSet("silence after a write", WRITE, Reply.SILENCE, Kind.UNKNOWN, "没有等到"),
                argumentSet("too much", READ, Reply.ok("\"" + "x".repeat(10_000_001)), Kind.PERMANENT, "太大"),
                argumentSet("wrong credentials", READ, Reply.of(401, ""), Kind.PERMANENT, "凭证"),
                argumentSet("no right", READ, Reply.of(403, "<html>"), Kind.PERMANENT, "凭证"),
                argumentSet("not there", READ, Reply.of(404, "{}"), Kind.PERMANENT, "404"),
                argumentSet("conflict", WRITE, Reply.of(409, "{}"), Kind.CONFLICT, "409"),
                argumentSet("changed meanwhile", WRITE, Reply.of(412, ""), Kind.CONFLICT, "412"),
                argumentSet(
                        "fields as a map",
                        WRITE,
                        Reply.of(422, "{\"errors\": {\"email\": [\"王芳@ is bad\"], \"mobile\": [\"x\"]}}"),
                        Kind.PERMANENT,
                        "email、mobile"),
                argumentSet(
                        "fields as a list",
                        WRITE,
                        Reply.of(422, "{\"errors\": [{\"field\": \"items[0].sku\", \"value\": \"王芳\"}]}"),
                        Kind.PERMANENT,
                        "字段:items[0].sku"),
                argumentSet(
                        "a value in the place of a field's name",
                        WRITE,
                        Reply.of(400, "{\"errors\": [{\"field\": \"王芳 13800138000\"}]}"),
                        Kind.PERMANENT,
                        "HTTP 400"),
                argumentSet(
                        "errors under 200",
                        READ,
                        Reply.ok("{\"errors\": [{\"message\": \"王芳\"}]}"),
                        Kind.PERMANENT,
                        "2xx"),
                argumentSet("down", READ, Reply.of(502, "<html>"), Kind.RETRY, "502"),
                argumentSet("throttled", READ, Reply.of(429, ""), Kind.THROTTLED, "请求太多"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void classifiesWhatGoesWrong(String step, Reply reply, Kind kind, String reason) {
        // Given
        answer(reply);
        // When
        ConnectorFailed failed = failure(step);
        // Then
        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed.reason()).contains(reason);
        assertThat(failed).hasNoCause().hasMessageNotContaining("王芳").hasMessageNotContaining("1380");
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                argumentSet("success", "{\"code\": 7}", Kind.PERMANENT, "success"),
                argumentSet("retry-when", "{\"code\": 50000}", Kind.RETRY, "50000"),
                argumentSet("throttled", "{\"code\": 4, \"wait\": 90}", Kind.THROTTLED, "频率"),
                argumentSet("conflict", "{\"code\": 5}", Kind.CONFLICT, ".code == 5"),
                argumentSet("unknown", "{\"code\": 6}", Kind.UNKNOWN, ".code == 6"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void readsErrorsUnder200AsTheConnectorSays(String answer, Kind kind, String reason) {
        // Given
        connector = """
                success: '.code == 0'
                retry-when: '.code == 50000'
                errors:
                  - {when: 'starts-with(.text, "no")', class: missing}
                  - {when: '.code == 4', class: throttled, until: '.wait', reason: 超过频率}
                  - {when: '.code == 5', class: conflict}
                  - {when: '.code == 6', class: unknown}
                """;
        answer(Reply.ok(answer));
        // When
        ConnectorFailed failed = failure(READ);
        // Then
        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed.reason()).contains(reason);
        assertThat(failed.until())
                .isEqualTo(
                        kind == Kind.THROTTLED
                                ? java.util.Optional.of(NOW.plusSeconds(90))
                                : java.util.Optional.empty());
    }

    @Test
    void takesWhatIsMissingForNothing() {
        // Given
        connector = "errors: [{when: '.code == 404', class: missing}]";
        answer(Reply.ok("{\"code\": 404}"));
        JsonNode underOk = call(READ + "\nanswer: 'fallback(.name, missing())'");
        answer(Reply.of(410, ""));
        // When
        JsonNode gone = call(READ + "\nmissing: 404, 410\nanswer: 'fallback(., missing())'");
        // Then
        assertThat(underOk.path("found").booleanValue()).isFalse();
        assertThat(gone).isEqualTo(underOk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"401", "200"})
    void logsInAgainOnceWhenTheSessionIsRefused(int status) {
        // Given
        connector = """
                properties:
                  password: {title: 密码, description: 密码, secret: true, required: true}
                auth:
                  session:
                    path: /login
                    body: '{"password": $config.password}'
                    token: .session
                    as: {header: {name: X-Session, value: "{token}"}}
                errors: [{when: '.error == "FORBIDDEN"', class: auth}]
                """;
        settings.put("password", "p+w");
        stub.misbehave(request -> {
            if (request.path().equals("/login")) {
                return Reply.ok("{\"session\": \"s" + stub.requests.size() + "\"}");
            }
            return request.header("X-session").equals("s1")
                    ? Reply.of(status, "{\"error\": \"FORBIDDEN\"}")
                    : Reply.ok("{\"id\": 1}");
        });
        // When
        JsonNode answer = call(READ);
        call(READ);
        // Then
        assertThat(answer.path("id").asInt()).isEqualTo(1);
        assertThat(stub.calls().stream().map(call -> call.replaceFirst("/orders.*", "")))
                .containsExactly("POST /login", "GET ", "POST /login", "GET ", "GET ");
    }

    @Test
    void givesUpWhenTheNewSessionIsRefusedToo() {
        // Given
        connector = "auth: {session: {path: /login, token: .session}}";
        stub.misbehave(
                request -> request.path().equals("/login") ? Reply.ok("{\"session\": \"s\"}") : Reply.of(401, "{}"));
        // When
        ConnectorFailed failed = failure(WRITE);
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(stub.calls()).hasSize(4);
    }

    @Test
    void changesARecordOnlyInTheVersionThatWasRead() {
        // Given
        stub.misbehave(request -> request.method().equals("GET")
                ? new Reply(200, Map.of("ETag", "\"7\""), "{\"id\": 1}")
                : Reply.of(412, ""));
        // When
        ConnectorFailed failed =
                failure(READ + "\netag: true", "method: PUT\npath: /orders/1\nbody: .\nifMatch: $etag\neffect: true");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(stub.requests.get(1).header("If-match")).isEqualTo("\"7\"");
    }

    @Test
    void doesNotKnowWhatBecameOfTheWholeWhenTheReadAfterAWriteFails() {
        // Given
        stub.misbehave(request -> request.method().equals("POST") ? Reply.ok("{\"id\": 1}") : Reply.of(503, ""));
        // When
        ConnectorFailed failed = failure(WRITE, "path: /orders/{body.id}");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void refusesWhatWasReadBackOtherwise() {
        // Given
        answer(Reply.ok("{\"id\": 1, \"name\": \"王芳\"}"));
        // When
        ConnectorFailed failed = failure(READ + "\nanswer: .name\nconfirm: '. == \"王芳芳\"'");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(failed.reason()).contains("读回来");
    }

    @Test
    void leavesASystemAloneThatAskedForSilence() {
        // Given
        connector = "limits: {remaining: X-Left, reset: X-Reset}";
        answer(new Reply(
                200,
                Map.of(
                        "X-Left",
                        "0",
                        "X-Reset",
                        String.valueOf(NOW.plusSeconds(30).getEpochSecond())),
                "{}"));
        call(READ);
        // When
        ConnectorFailed failed = failure(READ);
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(failed.until()).contains(NOW.plusSeconds(30));
        assertThat(stub.requests).hasSize(1);
    }

    @Test
    void callsNoFasterThanTheConnectorAllows() {
        // Given
        connector = "limits: {rate: 1/h}";
        answer(Reply.ok("{}"));
        call(READ);
        // When
        ConnectorFailed failed = failure(READ);
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(stub.requests).hasSize(1);
    }

    @Test
    void saysThatAVariableIsNotSet() {
        // When
        ConnectorFailed failed = failure("path: /orders\nquery: '{\"since\": $cursr}'");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(failed.reason()).contains("$cursr");
        assertThat(stub.requests).isEmpty();
    }

    @Test
    void showsASettingToExpressionsUnlessItIsSecret() {
        // Given
        connector = """
                properties:
                  shop: {title: 店, description: 店的编号, default: "7"}
                  apiKey: {title: 密钥, description: 密钥, secret: true}
                """;
        settings.put("api-key", "k3y");
        answer(Reply.ok("{}"));
        // When
        call("path: '/shops/{config.shop}'\nquery: '{\"key\": $config.apiKey, \"shop\": $config.shop}'");
        // Then
        assertThat(stub.calls()).containsExactly("GET /shops/7?shop=7");
    }

    private void answer(Reply reply) {
        stub.misbehave(request -> reply);
    }

    private JsonNode call(String... steps) {
        templates.replace(Map.of("stub-order-find-action", kamelet(steps)), connectors());
        Systems systems = Systems.read(new SystemSettings(Map.of("shop", settings)), new Mistakes());
        ConnectorCalls calls =
                new ConnectorCalls(systems, MappingSet::empty, templates, ConnectorSettings.defaults(), clock);
        return calls.call(
                "shop", "order-find", StubSystem.JSON.createObjectNode().put("id", "单/1"), CallContext.of("a1"));
    }

    private ConnectorFailed failure(String... steps) {
        return catchThrowableOfType(ConnectorFailed.class, () -> call(steps));
    }

    private Connectors connectors() {
        String text = "connector: stub\ntitle: Stub\nkind: shop\n" + connector;
        Mistakes mistakes = new Mistakes();
        Connectors connectors = new ConnectorFiles()
                .read(
                        List.of(new SourceFile("connectors/stub.connector.yaml", text, SourceFile.Origin.COMPANY)),
                        mistakes);
        assertThat(mistakes.list()).isEmpty();
        return connectors;
    }

    private static String kamelet(String... steps) {
        StringBuilder kamelet = new StringBuilder("""
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata:
                  name: stub-order-find-action
                  labels: {camel.apache.org/kamelet.type: action}
                spec:
                  definition:
                    title: Stub
                    required: [system]
                    properties:
                      system: {title: System, description: The name, type: string}
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                """);
        for (String step : steps) {
            kamelet.append("        - to:\n            uri: \"system:{{system}}\"\n            parameters:\n")
                    .append(step.indent(14));
        }
        return kamelet.toString();
    }
}
