package com.wecomesb.connector;

import static com.wecomesb.connector.StubSystem.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.StubSystem.Reply;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.mapping.MappingSet;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ConnectorCallsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String SECRET = "s3cr+t/%&?#{{x}} RAW(1)'\"";

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final KameletTemplates templates = new KameletTemplates(clock);
    private StubSystem stub;

    @BeforeEach
    void start() throws IOException {
        stub = new StubSystem();
        templates.replace(ShippedFiles.kamelets(), ShippedFiles.connectors());
    }

    @AfterEach
    void stop() {
        stub.close();
        templates.close();
    }

    @Test
    void createsATicketAfterLookingForItAndReadsItBack() {
        // When
        JsonNode ticket = call("ticket", "ticket-create", "{'subject': '退货 𠮷 😀'}", "a1");
        // Then
        assertThat(stub.calls()).containsExactly("GET /tickets?externalId=a1", "POST /tickets", "GET /tickets/1");
        assertThat(ticket)
                .isEqualTo(json(
                        "{'subject': '退货 𠮷 😀', 'externalId': 'a1', 'id': '1', 'number': 'T-1', 'status': 'new'}"));
        assertThat(stub.requests.get(2).header("Idempotency-key")).isEqualTo("a1");
    }

    @Test
    void findsTheTicketOfARepeatInsteadOfCreatingASecondOne() {
        // Given
        call("ticket", "ticket-create", "{'subject': '退货'}", "other");
        call("ticket", "ticket-create", "{'subject': '退货'}", "a1");
        // When
        JsonNode again = call("ticket", "ticket-create", "{'subject': '退货'}", "a1");
        // Then
        assertThat(again.path("number").asText()).isEqualTo("T-2");
        assertThat(stub.tickets).hasSize(2);
    }

    @Test
    void doesNotKnowWhatBecameOfACreationWhoseAnswerWasLostAndFindsItLater() {
        // Given
        stub.misbehave(request -> {
            if (!request.isPost("/tickets")) {
                return null;
            }
            answered(request);
            return Reply.SILENCE;
        });
        // When
        ConnectorFailed lost = failure("ticket", "ticket-create", "{'subject': '退货'}");
        stub.behave();
        JsonNode found = call("ticket", "ticket-create", "{'subject': '退货'}", "a1");
        // Then
        assertThat(lost.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(found.path("id").asText()).isEqualTo("1");
        assertThat(stub.tickets).hasSize(1);
    }

    @Test
    void reportsATicketThatWasStoredWithoutOurId() {
        // Given
        stub.misbehave(request -> {
            if (request.path().equals("/tickets/1")) {
                stub.tickets.get("1").remove("externalId");
            }
            return null;
        });
        // When
        ConnectorFailed failed = failure("ticket", "ticket-create", "{'subject': '退货'}");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(failed.reason()).contains("externalId");
    }

    @Test
    void reportsTwoTicketsWithOurId() {
        // Given
        call("ticket", "ticket-create", "{}", "a1");
        stub.tickets.put("2", stub.tickets.get("1").deepCopy().put("id", "2"));
        // When
        ConnectorFailed failed = failure("ticket", "ticket-create", "{}");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(failed.reason()).contains("两条");
    }

    @Test
    void commentsOnATicketOnce() {
        // Given
        call("ticket", "ticket-create", "{}", "a1");
        // When
        call("ticket", "ticket-comment", "{'ticketId': '1', 'text': '还没收到\\n😀'}", "a2");
        JsonNode again = call("ticket", "ticket-comment", "{'ticketId': '1', 'text': '还没收到\\n😀'}", "a2");
        // Then
        assertThat(again.path("text").asText()).isEqualTo("还没收到\n😀");
        assertThat(stub.tickets.get("1").path("comments")).hasSize(1);
    }

    @Test
    void writesAContactUnderItsOwnIdWhateverActionBringsIt() {
        // When
        call("crm", "contact-upsert", "{'id': 'c/1', 'name': '王芳'}", "a1");
        JsonNode contact = call("crm", "contact-upsert", "{'id': 'c/1', 'name': '王芳芳'}", "a2");
        // Then
        assertThat(stub.contacts).hasSize(1);
        assertThat(contact.path("name").asText()).isEqualTo("王芳芳");
        assertThat(stub.calls()).startsWith("PUT /contacts/c%2F1", "GET /contacts/c%2F1");
    }

    @Test
    void takesOnlyAHitThatHasWhatWasAskedFor() {
        // Given
        call("crm", "contact-upsert", "{'id': '1', 'phone': '+8613800138000'}", "a1");
        // When
        JsonNode found = call("crm", "contact-find", "{'phone': '+8613800138000'}", "a2");
        JsonNode other = call("crm", "contact-find", "{'phone': '+8613900139000'}", "a3");
        // Then
        assertThat(found.path("id").asText()).isEqualTo("c-1");
        assertThat(other).isEqualTo(json("{'found': false}"));
        assertThat(stub.calls()).contains("GET /contacts?phone=%2B8613800138000");
    }

    @Test
    void missesAnOrderThatIsNotThereAndLetsNoOrderNumberLeadElsewhere() {
        // Given
        stub.orders.put(
                "2026", StubSystem.JSON.createObjectNode().put("id", "2026").put("status", "paid"));
        // When
        JsonNode found = call("shop", "order-find", "{'id': '2026'}", "a1");
        JsonNode missing = call("shop", "order-find", "{'id': '../contacts?x=\\'${body}'}", "a2");
        // Then
        assertThat(found.path("status").asText()).isEqualTo("paid");
        assertThat(missing).isEqualTo(json("{'found': false}"));
        assertThat(stub.calls()).last().isEqualTo("GET /orders/..%2Fcontacts%3Fx%3D%27%24%7Bbody%7D");
        assertThat(failure("shop", "order-find", "{'id': '..'}").kind()).isEqualTo(Kind.PERMANENT);
    }

    @Test
    void usesOneTokenForAllCallsAndAnotherOneWhenItIsRefused() {
        // Given
        call("ticket", "ticket-create", "{}", "a1");
        call("crm", "contact-upsert", "{'id': '1'}", "a2");
        int before = stub.tokensGiven.get();
        stub.forgetToken();
        // When
        call("ticket", "ticket-create", "{}", "a3");
        // Then
        assertThat(before).isEqualTo(1);
        assertThat(stub.tokensGiven).hasValue(2);
        assertThat(stub.tickets).hasSize(2);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                argumentSet("500", new Reply(500, Map.of(), "{\"customer\":\"王芳\"}"), Kind.RETRY, null),
                argumentSet("503", new Reply(503, Map.of(), ""), Kind.RETRY, null),
                argumentSet(
                        "503 with a time",
                        new Reply(503, Map.of("Retry-After", "120"), ""),
                        Kind.THROTTLED,
                        NOW.plusSeconds(120)),
                argumentSet("429", new Reply(429, Map.of("retry-after", "7"), ""), Kind.THROTTLED, NOW.plusSeconds(7)),
                argumentSet(
                        "429 with a date",
                        new Reply(429, Map.of("Retry-After", "Fri, 20 Nov 2026 10:01:00 GMT"), ""),
                        Kind.THROTTLED,
                        NOW.plusSeconds(60)),
                argumentSet("429 without a time", new Reply(429, Map.of(), ""), Kind.THROTTLED, NOW.plusSeconds(60)),
                argumentSet(
                        "429 for ever",
                        new Reply(429, Map.of("Retry-After", "999999999"), ""),
                        Kind.THROTTLED,
                        NOW.plus(Duration.ofDays(1))),
                argumentSet("403", new Reply(403, Map.of(), ""), Kind.PERMANENT, null),
                argumentSet("401 again", new Reply(401, Map.of(), ""), Kind.PERMANENT, null),
                argumentSet("408", new Reply(408, Map.of(), ""), Kind.RETRY, null),
                argumentSet("409", new Reply(409, Map.of(), ""), Kind.CONFLICT, null),
                argumentSet("412", new Reply(412, Map.of(), ""), Kind.CONFLICT, null),
                argumentSet("422", new Reply(422, Map.of(), "{\"errors\":[\"王芳\"]}"), Kind.PERMANENT, null),
                argumentSet("404 for a creation", new Reply(404, Map.of(), ""), Kind.PERMANENT, null),
                argumentSet(
                        "a redirect to another host",
                        new Reply(302, Map.of("Location", "http://127.0.0.1:1/"), ""),
                        Kind.PERMANENT,
                        null),
                argumentSet("error under 200", Reply.ok("{\"error\":{\"text\":\"王芳\"}}"), Kind.PERMANENT, null),
                argumentSet("page instead of JSON", Reply.ok("<html>王芳</html>"), Kind.UNKNOWN, null),
                argumentSet("truncated answer", Reply.ok("{\"id\":\"王"), Kind.UNKNOWN, null),
                argumentSet(
                        "an answer without end",
                        Reply.ok("[\"" + "x".repeat(10_000_001) + "\"]"),
                        Kind.PERMANENT,
                        null),
                argumentSet("201 without id", new Reply(201, Map.of(), "{}"), Kind.UNKNOWN, null),
                argumentSet("silence", Reply.SILENCE, Kind.UNKNOWN, null));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void classifiesWhatACreationIsAnswered(Reply reply, Kind kind, @Nullable Instant until) {
        // Given
        stub.misbehave(request -> request.isPost("/tickets") ? reply : null);
        // When
        ConnectorFailed failed = failure("ticket", "ticket-create", "{}");
        // Then
        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed.until().orElse(null)).isEqualTo(until);
        assertThat(failed).hasNoCause().hasMessageNotContaining("王芳");
    }

    @Test
    void mayTryAgainWhenTheLookBeforeTheCreationIsNotAnswered() {
        // Given
        stub.misbehave(request -> request.path().startsWith("/tickets") ? Reply.SILENCE : null);
        // When
        ConnectorFailed failed = failure("ticket", "ticket-create", "{}");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.RETRY);
    }

    @Test
    void mayTryAgainWhenNobodyListens() throws IOException {
        // Given
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        ConnectorCalls calls = calls(Map.of("ticket", Map.of("connector", "rest", "url", "http://127.0.0.1:" + port)));
        // When
        ConnectorFailed failed = failure(calls, "ticket", "ticket-create", "{}");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.RETRY);
    }

    @Test
    void leavesASystemAloneThatFailsTooOften() {
        // Given
        stub.misbehave(request -> request.path().startsWith("/tickets") ? new Reply(500, Map.of(), "") : null);
        ConnectorCalls calls = calls(settings());
        for (int call = 0; call < 10; call++) {
            failure(calls, "ticket", "ticket-create", "{}");
        }
        int before = stub.requests.size();
        // When
        ConnectorFailed failed = failure(calls, "ticket", "ticket-create", "{}");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.OPEN);
        assertThat(failed.until()).contains(NOW.plusSeconds(10));
        assertThat(stub.requests).hasSize(before);
        assertThat(calls.call("crm", "contact-upsert", json("{'id': '1'}"), CallContext.of("a2")))
                .isNotEmpty();
        assertThat(calls.breakerStates()).containsEntry("ticket", "OPEN").containsEntry("crm", "CLOSED");
    }

    @Test
    void mapsTheDocumentOutAndTheAnswerBack() {
        // Given
        MappingSet mappings = mappings(Map.of(
                "ticket-to-rest",
                        "mapping: ticket-to-rest\nfields: [{to: title, from: subject, required: true}, {to: note, from: $channel}]",
                "rest-to-ticket", "mapping: rest-to-ticket\nfields: [{to: id, from: id}, {to: subject, from: title}]"));
        ConnectorCalls calls =
                new ConnectorCalls(systems(settings()), () -> mappings, templates, ConnectorSettings.defaults(), clock);
        // When
        JsonNode answer = calls.call(
                "ticket", "ticket-create", json("{'subject': '退货'}"), new CallContext("a1", json("{'channel': 'kf'}")));
        ConnectorFailed violated = failure(calls, "ticket", "ticket-create", "{'text': '王芳'}");
        // Then
        assertThat(answer).isEqualTo(json("{'id': '1', 'subject': '退货'}"));
        assertThat(stub.tickets.get("1").path("note").asText()).isEqualTo("kf");
        assertThat(violated.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(violated).hasMessageContaining("subject → title").hasMessageNotContaining("王芳");
    }

    @Test
    void keepsCredentialsOutOfEverythingThatIsNamedOrShown() {
        // Given
        call("ticket", "ticket-create", "{}", "a1");
        // When
        List<String> shown = templates.use(generation -> generation.context().getEndpoints().stream()
                .map(endpoint -> endpoint.getEndpointUri() + endpoint)
                .toList());
        // Then
        assertThat(shown).isNotEmpty().noneMatch(text -> text.contains("s3cr"));
        assertThat(systems(settings()).all().toString()).doesNotContain("s3cr");
        assertThat(new SystemSettings(settings()).toString()).doesNotContain("s3cr");
        assertThat(stub.requests.get(0).body())
                .contains("client_secret=s3cr%2Bt%2F%25%26%3F%23%7B%7Bx%7D%7D+RAW%281%29%27%22");
    }

    @Test
    void sendsApiKeyOrPasswordWhereTheSystemWantsThem() {
        // Given
        stub.misbehave(request -> Reply.ok("{\"id\":\"2026\"}"));
        ConnectorCalls calls = calls(Map.of(
                "shop",
                        Map.of(
                                "connector",
                                "rest",
                                "url",
                                stub.url(),
                                "api-key",
                                SECRET,
                                "api-key-header",
                                "X-Shop-Key"),
                "分店",
                        Map.of(
                                "connector",
                                "rest",
                                "url",
                                stub.url(),
                                "username",
                                "esb",
                                "password",
                                "p:w",
                                "kind",
                                "shop")));
        // When
        calls.call("shop", "order-find", json("{'id': '2026'}"), CallContext.of("a1"));
        calls.call("分店", "order-find", json("{'id': '2026'}"), CallContext.of("a2"));
        // Then
        assertThat(stub.requests.get(0).header("X-shop-key")).isEqualTo(SECRET);
        assertThat(stub.requests.get(1).header("Authorization")).isEqualTo("Basic ZXNiOnA6dw==");
    }

    @Test
    void speaksToTheSimulatorsThroughTheSameKamelets() {
        // Given
        Systems simulated = Systems.none();
        for (SystemKind kind : SystemKind.values()) {
            simulated = simulated.withSimulated(kind, stub.url());
        }
        ConnectorCalls calls =
                new ConnectorCalls(simulated, MappingSet::empty, templates, ConnectorSettings.defaults(), clock);
        // When
        JsonNode ticket = calls.call("ticket", "ticket-create", json("{'subject': '退货'}"), CallContext.of("a1"));
        JsonNode contact = calls.call("crm", "contact-upsert", json("{'id': '1'}"), CallContext.of("a2"));
        JsonNode order = calls.call("shop", "order-find", json("{'id': '2026'}"), CallContext.of("a3"));
        // Then
        assertThat(ticket.path("number").asText()).isEqualTo("T-1");
        assertThat(contact.path("id").asText()).isEqualTo("c-1");
        assertThat(order).isEqualTo(json("{'found': false}"));
        assertThat(stub.requests.get(0).body()).contains("client_id=sandbox");
    }

    @RepeatedTest(3)
    void answersWhenManySystemsAreCalledForTheFirstTimeAtOnce() {
        // Given
        Map<String, Map<String, String>> settings = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            settings.put("crm" + i, settings().get("crm"));
        }
        ConnectorCalls calls = calls(settings);
        // When
        List<CompletableFuture<JsonNode>> answers = settings.keySet().stream()
                .flatMap(system -> Stream.of("a", "b", "c")
                        .map(id -> CompletableFuture.supplyAsync(
                                () -> calls.call(system, "contact-find", json("{'id': '1'}"), CallContext.of(id)),
                                call -> new Thread(call).start())))
                .toList();
        // Then
        assertThat(answers).allSatisfy(answer -> assertThat(answer).succeedsWithin(Duration.ofSeconds(60)));
    }

    @Test
    void logsNeitherCustomersNorCredentials(CapturedOutput output) {
        // Given
        stub.misbehave(request -> request.isPost("/tickets") ? new Reply(500, Map.of(), "{\"error\":\"王芳\"}") : null);
        ConnectorCalls badSetting = calls(Map.of(
                "ticket-b",
                Map.of("connector", "rest", "url", stub.url(), "api-key", SECRET, "connect-timeout", "soon")));
        // When
        failure("ticket", "ticket-create", "{'subject': '王芳要退货'}");
        failure("crm", "contact-find", "{'phone': '13800138000'}");
        ConnectorFailed unfit = failure(badSetting, "ticket-b", "ticket-create", "{'subject': '王芳要退货'}");
        // Then
        assertThat(unfit.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(unfit.reason()).doesNotContain("s3cr");
        assertThat(output.getAll()).doesNotContain("王芳", "13800138000", "s3cr", "token-1", "secret-cookie");
    }

    @Test
    void saysWhichSettingIsMissingAndWhichVerbIsUnknown() {
        // Given
        ConnectorCalls calls = calls(Map.of("ticket", Map.of("connector", "rest")));
        // When
        ConnectorFailed setting = failure(calls, "ticket", "ticket-create", "{}");
        ConnectorFailed verb = failure(calls, "ticket", "ticket-delete", "{}");
        ConnectorFailed system = failure(calls, "crm", "contact-upsert", "{}");
        // Then
        assertThat(setting.reason()).contains("esb.systems.ticket.url");
        assertThat(verb.reason()).contains("ticket-delete");
        assertThat(system.reason()).contains("没有配置系统 crm");
        assertThat(List.of(setting.kind(), verb.kind(), system.kind())).containsOnly(Kind.PERMANENT);
        assertThat(calls.can("ticket", "ticket-create")).isTrue();
        assertThat(calls.can("ticket", "ticket-delete")).isFalse();
    }

    private void answered(StubSystem.Request request) {
        try {
            stub.answer(request);
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private JsonNode call(String system, String verb, String document, String externalId) {
        return calls(settings()).call(system, verb, json(document), CallContext.of(externalId));
    }

    private ConnectorFailed failure(String system, String verb, String document) {
        return failure(calls(settings()), system, verb, document);
    }

    private static ConnectorFailed failure(ConnectorCalls calls, String system, String verb, String document) {
        return catchThrowableOfType(
                ConnectorFailed.class, () -> calls.call(system, verb, json(document), CallContext.of("a1")));
    }

    private Map<String, Map<String, String>> settings() {
        Map<String, Map<String, String>> systems = new HashMap<>();
        for (String name : List.of("crm", "shop", "ticket")) {
            systems.put(
                    name,
                    Map.of(
                            "connector",
                            "rest",
                            "url",
                            stub.url(),
                            "token-url",
                            stub.url() + "/oauth2/token",
                            "client-id",
                            "esb",
                            "CLIENTSECRET",
                            SECRET,
                            "response-timeout",
                            "700ms"));
        }
        return systems;
    }

    private ConnectorCalls calls(Map<String, Map<String, String>> settings) {
        return new ConnectorCalls(systems(settings), MappingSet::empty, templates, ConnectorSettings.defaults(), clock);
    }

    private static Systems systems(Map<String, Map<String, String>> settings) {
        return Systems.read(new SystemSettings(settings), new Mistakes());
    }

    private static MappingSet mappings(Map<String, String> files) {
        Mistakes mistakes = new Mistakes();
        MappingSet set = MappingSet.read(
                files.entrySet().stream()
                        .map(file -> YamlFile.read("mappings/" + file.getKey() + ".yaml", file.getValue(), mistakes)
                                .orElseThrow())
                        .toList(),
                mistakes);
        assertThat(mistakes.list()).isEmpty();
        return set;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(
                    text.replace("\\'", "\u0000").replace('\'', '"').replace("\u0000", "'"));
        } catch (IOException exception) {
            throw new IllegalArgumentException(exception);
        }
    }
}
