package com.wecomesb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Control and inspection of the simulators. */
class ControlIT {

    private static final int THREADS = 8;
    private static final int EACH = 40;

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.start("esb.sandbox.limits.empty-page-every=3");
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void changesNothingWithoutItsHeader() throws IOException, InterruptedException {
        // Given
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url("/sandbox/control/customers/wmA/messages")))
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"在吗\"}"))
                .build();

        // When
        int status = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();

        // Then
        assertThat(status).isEqualTo(403);
        assertThat(sandbox.count("customerMessages")).isZero();
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        // When
        var noId = sandbox.send("POST", "/sandbox/control/customers/somebody/messages", "{\"text\":\"在吗\"}");
        var noText = sandbox.send("POST", "/sandbox/control/customers/wmA/messages", "{}");
        var noMode = sandbox.send("PUT", "/sandbox/control/switches/crm", "{\"mode\":\"sad\"}");

        // Then
        assertThat(List.of(noId.status(), noText.status(), noMode.status())).containsOnly(400);
        assertThat(noMode.json().path("error").asText()).contains("expire-tokens");
    }

    @Test
    void takesPicturesMenuClicksAndAnyOtherMessage() {
        // When
        sandbox.control("POST", "/customers/wmA/messages", Map.of("type", "image"));
        sandbox.control("POST", "/customers/wmA/messages", Map.of("text", "满意", "menuId", "101"));
        sandbox.control(
                "POST",
                "/customers/wmA/messages",
                Map.of("type", "link", "content", Map.of("title", "T", "url", "https://example.com")));

        // Then
        JsonNode messages = sandbox.wecom("kf/sync_msg", Map.of("open_kfid", SandboxDefaults.KF_ACCOUNT))
                .path("msg_list");
        assertThat(messages.findValuesAsText("msgtype")).containsExactly("image", "text", "link");
        assertThat(messages.path(0).path("image").path("media_id").asText()).isNotEmpty();
        assertThat(messages.path(1).path("text").path("menu_id").asText()).isEqualTo("101");
    }

    @Test
    void preloadsThreeDaysOfQuestions() {
        // When
        sandbox.control("POST", "/history", Map.of("customers", 50, "days", 3));

        // Then
        JsonNode page = sandbox.wecom("kf/sync_msg", Map.of("open_kfid", SandboxDefaults.KF_ACCOUNT));
        assertThat(page.path("msg_list")).hasSize(50);
        assertThat(sandbox.count("callbacksWaiting")).isZero();
    }

    @Test
    void putsAnEmptyPageBetweenNowAndThen() {
        // Given
        sandbox.control("POST", "/history", Map.of("customers", 5));

        // When
        List<Integer> sizes = IntStream.range(0, 3)
                .mapToObj(i -> sandbox.wecom("kf/sync_msg", Map.of("open_kfid", SandboxDefaults.KF_ACCOUNT)))
                .peek(page -> assertThat(page.path("next_cursor").asText()).isNotEmpty())
                .map(page -> page.path("msg_list").size())
                .toList();

        // Then
        assertThat(sizes).containsExactlyInAnyOrder(5, 5, 0);
    }

    @Test
    void tellsWhatHasChangedSince() {
        // Given
        long before = sandbox.look("/state").path("change").asLong();

        // When
        sandbox.customerWrites("在吗");
        sandbox.turn("crm", "down");

        // Then
        assertThat(sandbox.look("/changes?since=" + before).path("items").findValuesAsText("kind"))
                .containsExactly("chat", "switch");
    }

    @Test
    void countsRightUnderEightThreads() throws Exception {
        // Given
        String token = sandbox.token(SandboxDefaults.APP_SECRET);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);

        // When
        List<Future<?>> all = IntStream.range(0, THREADS)
                .<Future<?>>mapToObj(thread -> threads.submit(() -> chat(thread, token)))
                .toList();
        for (Future<?> one : all) {
            one.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();

        // Then
        JsonNode ledger = sandbox.look("/ledger");
        assertThat(ledger.path("customerMessages")).hasSize(THREADS * EACH);
        assertThat(ledger.path("sends").findValuesAsText("msgid")).hasSize(EACH).doesNotHaveDuplicates();
        assertThat(ledger.path("counts").path("delivered").asInt()).isEqualTo(EACH);
    }

    /** All threads use the same message ids, of which each is good for one message in the account. */
    private static void chat(int thread, String token) {
        for (int i = 0; i < EACH; i++) {
            String customer = "wmThread" + thread + "of" + i;
            sandbox.control("POST", "/customers/" + customer + "/messages", Map.of("text", "在吗", "nudge", false));
            sandbox.wecom(
                    "kf/send_msg",
                    Map.of(
                            "touser",
                            customer,
                            "open_kfid",
                            SandboxDefaults.KF_ACCOUNT,
                            "msgid",
                            "same" + i,
                            "msgtype",
                            "text",
                            "text",
                            Map.of("content", "在的")),
                    token);
        }
    }
}
