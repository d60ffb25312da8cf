package com.wecomesb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventBatch;
import com.wecomesb.configuration.RunningConfiguration;
import com.wecomesb.decision.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
@DirtiesContext
class RuleLabControllerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GREETING = "rules/greeting.yaml";

    @TempDir
    static Path temporary;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Decision decision;

    @Autowired
    private RunningConfiguration configuration;

    private long offset;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("esb.routes-dir", () -> temporary.resolve("routes").toString());
        registry.add("esb.wecom.apps.service.mode", () -> "live");
    }

    @Test
    void triesAChangedFileOnWhatHasHappenedMessageByMessage() throws IOException {
        // Given
        String louder = inForce(GREETING).replace("priority: 10", "priority: 500");
        says("hello-1", "wmA", "你好");
        says("hello-2", "wmB", "嗨,我想退货");
        // When
        JsonNode answer = json(send("/shadow", body(GREETING, louder)));
        // Then
        assertThat(answer.path("totals").path("changed").asInt()).isEqualTo(1);
        assertThat(answer.path("totals").path("sameSnapshot").asInt())
                .isEqualTo(answer.path("totals").path("asRecorded").asInt());
        JsonNode change = answer.path("changes").get(0);
        assertThat(change.path("text").asText()).isEqualTo("嗨,我想退货");
        assertThat(change.path("before").path("rule").asText()).isEqualTo("refund-request");
        assertThat(change.path("after").path("rule").asText()).isEqualTo("greeting");
        assertThat(change.path("why").asText()).contains("规则“greeting”生效").contains("“refund-request”仍然命中");
        assertThat(change.path("before").path("actions").toString()).contains("创建工单");
        assertThat(answer.path("difference").path("rules").path("changed")).hasToString("[\"greeting\"]");
        assertThat(answer.path("limits")).isNotEmpty();
        assertThat(answer.path("mistakes").toString()).contains("例句“你好,我想退货,怎么办理?”应由 refund-request 处理");
    }

    @Test
    void tellsTheMistakesOfAChangedFileAndTriesNothing() {
        // When
        JsonNode answer = json(send("/shadow", body(GREETING, "rules:\n  - id：1")));
        // Then
        assertThat(answer.path("mistakes").get(0).path("file").asText()).isEqualTo(GREETING);
        assertThat(answer.path("totals").isNull()).isTrue();
    }

    @Test
    void publishesAVersionAndGoesBack() throws IOException {
        // Given
        String before = inForce(GREETING);
        ObjectNode body = body(GREETING, before.replace("priority: 10", "priority: 11"));
        // When
        JsonNode published = json(send("/publish", signed(body)));
        JsonNode again = json(send("/publish", signed(body)));
        String onDisk = Files.readString(temporary.resolve("routes").resolve(GREETING));
        JsonNode back = json(send("/versions/previous/restore", signed(JsonNodeFactory.instance.objectNode())));
        // Then
        JsonNode version = published.path("version");
        assertThat(version.path("author").asText()).isEqualTo("王芳");
        assertThat(version.path("difference").path("rules").path("changed")).hasToString("[\"greeting\"]");
        assertThat(version.path("difference").path("decisions").path("days").asInt())
                .isEqualTo(7);
        assertThat(onDisk).contains("priority: 11");
        assertThat(again.path("version").isNull()).isTrue();
        assertThat(back.path("version").path("restores").asLong())
                .isEqualTo(version.path("number").asLong() - 1);
        assertThat(Files.readString(temporary.resolve("routes").resolve(GREETING)))
                .isEqualTo(inForce(GREETING));
        assertThat(configuration.current().hash())
                .isEqualTo(back.path("version").path("snapshot").asText());
        assertThat(inForce(GREETING)).contains("priority: 10");
    }

    @Test
    void bringsAReplyBookBackWithItsVersion() throws IOException {
        // Given
        json(send("/publish", signed(body("rules/before-the-book.yaml", rule("before-the-book")))));
        Path book = temporary.resolve("routes/books/faq.csv");
        String before = inForce("books/faq.csv");
        Files.writeString(book, before.replace("21:00", "22:00"));
        configuration.reload();
        // When
        JsonNode back = json(send("/versions/previous/restore", signed(JsonNodeFactory.instance.objectNode())));
        // Then
        assertThat(back.path("version").path("difference").path("files").path("changed"))
                .hasToString("[\"books/faq.csv\"]");
        assertThat(Files.readString(book)).contains("9:00–21:00");
        assertThat(inForce("books/faq.csv")).isEqualTo(before);
        assertThat(configuration.current().hash())
                .isEqualTo(back.path("version").path("snapshot").asText());
    }

    @Test
    void keepsAnEditedFileAsAVersionOfNobody() throws IOException {
        // Given
        json(send("/publish", signed(body("rules/own.yaml", rule("own")))));
        Path file = temporary.resolve("routes/rules/own.yaml");
        // When
        Files.writeString(file, rule("edited"));
        configuration.reload();
        JsonNode versions = json(read("/versions?limit=1"));
        // Then
        JsonNode newest = versions.path("items").get(0);
        assertThat(newest.path("author").asText()).isEqualTo("file");
        assertThat(newest.path("snapshot").asText())
                .isEqualTo(configuration.current().hash());
        assertThat(newest.path("difference").path("rules").path("added")).hasToString("[\"edited\"]");
        assertThat(versions.path("next").asText())
                .isEqualTo(newest.path("number").asText());
        assertThat(json(read("/versions/" + newest.path("number").asLong()))
                        .path("files")
                        .path("rules/own.yaml")
                        .asText())
                .isEqualTo(rule("edited"));
    }

    @Test
    void deletesWhatAWholeFolderDoesNotHave() throws IOException {
        // Given
        json(send("/publish", signed(body("rules/gone.yaml", rule("gone")))));
        ObjectNode whole = JsonNodeFactory.instance.objectNode().put("whole", true);
        ObjectNode files = whole.putObject("files");
        configuration.current().files().content().forEach((path, text) -> {
            if (path.startsWith("rules/") && !path.equals("rules/gone.yaml")) {
                files.put(path, text);
            }
        });
        // When
        JsonNode published = json(send("/publish", signed(whole)));
        // Then
        assertThat(published.path("version").path("difference").path("files").path("removed"))
                .hasToString("[\"rules/gone.yaml\"]");
        assertThat(temporary.resolve("routes/rules/gone.yaml")).doesNotExist();
        assertThat(temporary.resolve("routes/accounts.yaml")).exists();
    }

    @Test
    void writesNothingWithAMistake() {
        // When
        JsonNode answer = json(send("/publish", signed(body("rules/broken.yaml", "rules:\n  - {id: x}"))));
        // Then
        assertThat(answer.path("version").isNull()).isTrue();
        assertThat(answer.path("mistakes")).isNotEmpty();
        assertThat(temporary.resolve("routes/rules/broken.yaml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"files\": {}}",
                "{\"files\": {\"flows/decide.camel.yaml\": \"x\"}}",
                "{\"files\": {\"../x.yaml\": \"x\"}}",
                "{\"files\": {\"rules/x.yaml\": \"x\"}, \"days\": 400}",
                "{\"files\": {\"rules/x.yaml\": \"x\"}, \"most\": 0}"
            })
    void refusesWhatMakesNoSense(String body) {
        assertThat(send("/shadow", body)).hasStatus(400);
    }

    @Test
    void publishesNothingWithoutAName() {
        assertThat(send("/publish", body("rules/x.yaml", rule("x")).put("author", " ")))
                .hasStatus(400);
    }

    @Test
    void knowsNoVersionOfAnotherNumber() {
        assertThat(send("/versions/9999/restore", signed(JsonNodeFactory.instance.objectNode())))
                .hasStatus(404);
        assertThat(read("/versions/9999")).hasStatus(404);
    }

    private String inForce(String path) {
        return configuration.current().files().content().get(path);
    }

    private static String rule(String id) {
        return "rules:\n  - {id: %s, when: {keywords: 没人会说的词}, then: [{reply: {text: x}}]}\n".formatted(id);
    }

    private static ObjectNode body(String path, String text) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("files").put(path, text);
        return body;
    }

    private static ObjectNode signed(ObjectNode body) {
        return body.put("author", "王芳").put("reason", "试一试");
    }

    private void says(String id, String peer, String text) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("corp", "ww1").put("app", "service").put("channel", "app").put("account", "1000002");
        data.put("peer", peer).put("peerKind", "customer").put("origin", "customer");
        data.putObject("message").put("id", id).put("type", "text").put("text", text);
        Event event = Event.first(
                "ww1",
                id,
                "wecom.message.received",
                null,
                Instant.now(),
                "key-" + peer,
                data.toString().getBytes(StandardCharsets.UTF_8));
        decision.decide(new EventBatch(List.of(new EventBatch.Item(event, "esb.events", 0, offset++, Instant.now()))));
    }

    private MvcTestResult send(String path, Object body) {
        return mvc.perform(post("/api/v1/rules" + path)
                .header(HttpHeaders.AUTHORIZATION, ApiTest.BEARER)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.toString()));
    }

    private MvcTestResult read(String path) {
        return mvc.perform(get("/api/v1/rules" + path).header(HttpHeaders.AUTHORIZATION, ApiTest.BEARER));
    }

    private static JsonNode json(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        try {
            return JSON.readTree(result.getResponse().getContentAsByteArray());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
