package com.wecomesb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.sandbox.SandboxDefaults;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ten thousand webhooks as fast as they can be sent, at the whole running bus. */
class WebhookStormIT {

    private static final Logger log = LoggerFactory.getLogger(WebhookStormIT.class);
    private static final int WEBHOOKS = 10_000;
    private static final int ORDERS = 50;

    private final RunningBus bus = RunningBus.get();
    private final Http http = bus.http();
    private final Sandbox sandbox = new Sandbox(http);
    private final HttpClient sender = HttpClient.newHttpClient();
    private final String customer = Sandbox.newCustomer();

    @Test
    void allAreAnsweredAndEachRecordIsFetchedAFewTimesAndToldOnce() {
        // Given
        sandbox.customerWrites(customer, "在吗");
        await().atMost(Duration.ofSeconds(40))
                .until(() -> sandbox.botTo(customer).size() == 1);
        List<String> orders = new ArrayList<>();
        long base = 30_000_000_000L + Math.abs(UUID.randomUUID().getLeastSignificantBits() % 1_000_000_000L);
        for (int i = 0; i < ORDERS; i++) {
            orders.add(Long.toString(base + i));
        }
        double before = fetched();
        orders.forEach(order -> http.put("/sandbox/control/orders/" + order, paid(order)));
        long started = System.nanoTime();

        // When
        List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
        for (int i = 0; i < WEBHOOKS; i++) {
            answers.add(post(orders.get(i % ORDERS)));
            if (answers.size() > 200) {
                answers.get(answers.size() - 200).join();
            }
        }
        Map<Integer, Long> statuses = answers.stream()
                .map(CompletableFuture::join)
                .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        // Then
        assertThat(statuses).isEqualTo(Map.of(200, (long) WEBHOOKS));
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 0);
        double fetches = fetched() - before;
        log.atInfo()
                .addKeyValue("webhooks", WEBHOOKS)
                .addKeyValue("records", ORDERS)
                .addKeyValue("fetches", fetches)
                .addKeyValue("millis", took.toMillis())
                .log("storm of webhooks over");
        // Quiet for half a second or at the latest after five: a few fetches of each record, however long the storm.
        assertThat(fetches).isBetween((double) ORDERS, ORDERS * (took.toSeconds() / 5.0 + 3));
    }

    private static Map<String, Object> paid(String order) {
        return Map.of("buyer", "wmNobody" + order, "status", "paid", "createdAt", "2026-11-21T10:00:00+08:00");
    }

    private CompletableFuture<HttpResponse<Void>> post(String order) {
        String body = "{\"kind\":\"order\",\"id\":\"" + order + "\"}";
        String at = Long.toString(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bus.port() + "/webhook/shop"))
                .timeout(Duration.ofSeconds(30))
                .header("X-Sandbox-Timestamp", at)
                .header("X-Sandbox-Delivery", UUID.randomUUID().toString())
                .header("X-Sandbox-Signature", "sha256=" + signature(at + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return sender.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    }

    private static String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SandboxDefaults.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException exception) {
            throw new AssertionError(exception);
        }
    }

    private long waiting() {
        JsonNode changes = http.get("/api/v1/changes");
        return changes.path("waiting").asLong();
    }

    private double fetched() {
        return bus.bean(MeterRegistry.class).find("esb.change.fetched").tag("system", "shop").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
