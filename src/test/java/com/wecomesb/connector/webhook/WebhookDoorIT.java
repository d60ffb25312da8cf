package com.wecomesb.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.bus.Hint;
import com.wecomesb.bus.NotAppended;
import com.wecomesb.database.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookDoorIT {

    private final DataSource database = TestDatabase.H2.migrated();
    private WebhookServer server = new WebhookServer(database);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersWhenTheHintsAreStored() throws Exception {
        // Given
        CompletableFuture<Void> storing = new CompletableFuture<>();
        server.stores(storing);

        // When
        CompletableFuture<HttpResponse<String>> answer = server.postSoon("d1", "{\"ids\": [\"7\", \"8\"]}");
        assertThat(answer).isNotDone();
        storing.complete(null);

        // Then
        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(answer.get().body()).isEqualTo("{\"code\":0}");
        assertThat(server.hints).extracting(Hint::key).containsExactly("record:desk:ticket:7", "record:desk:ticket:8");
        assertThat(server.counted("desk", "accepted")).isEqualTo(1);
    }

    @Test
    void aSenderComesAgainWhenNothingWasStored() throws Exception {
        // Given
        server.stores(CompletableFuture.failedFuture(new NotAppended("Kafka and database away")));
        HttpResponse<String> refused = server.post("d1", "{\"ids\": [\"7\"]}");

        // When
        server.stores(CompletableFuture.completedFuture(null));
        HttpResponse<String> taken = server.post("d1", "{\"ids\": [\"7\"]}");

        // Then
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(server.counted("desk", "accepted")).isEqualTo(1);
    }

    @Test
    void aSenderIsNotKeptWaiting() throws Exception {
        // Given
        server.stores(new CompletableFuture<>());

        // When
        HttpResponse<String> answer = server.post("d1", "{\"ids\": [\"7\"]}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
    }

    @Test
    void aDeliveryThatComesAgainIsNotFollowedAgainEvenAfterARestart() throws Exception {
        // Given
        server.post("d1", "{\"ids\": [\"7\"]}");
        server.clock.advance(Duration.ofSeconds(10));
        server.writeDeliveries();
        server.close();
        server = new WebhookServer(database);

        // When
        HttpResponse<String> again = server.post("d1", "{\"ids\": [\"7\"]}");

        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(server.hints).isEmpty();
        assertThat(server.counted("desk", "repeated")).isEqualTo(1);
    }

    @Test
    void aDeliveryIsForgottenInTheEnd() throws Exception {
        // Given
        server.post("d1", "{\"ids\": [\"7\"]}");
        server.writeDeliveries();
        server.close();
        server = new WebhookServer(database);

        // When
        server.clock.advance(Duration.ofHours(73));
        server.post("d1", "{\"ids\": [\"7\"]}");

        // Then
        assertThat(server.hints).hasSize(1);
    }

    @Test
    void aSystemOfTwoNamesReportsARecordUnderOneOfThem() throws Exception {
        // Given
        String both = "{\"ids\": [\"7\"], \"people\": [\"4\"]}";
        String ticket = "{\"ids\": [\"8\"]}";

        // When
        server.post("desk", server.signed("d1", both), both);
        server.post("people", server.signed("d1", both), both);
        HttpResponse<String> notItsOwn = server.post("people", server.signed("d2", ticket), ticket);

        // Then
        assertThat(server.hints)
                .extracting(Hint::key)
                .containsExactly("record:desk:ticket:7", "record:people:contact:4");
        assertThat(notItsOwn.statusCode()).isEqualTo(200);
        assertThat(notItsOwn.body()).isEqualTo("{\"code\":0}");
        assertThat(server.counted("people", "accepted")).isEqualTo(1);
        assertThat(server.counted("people", "not-followed")).isEqualTo(1);
    }

    @Test
    void refusalsSayWhyAndAreCounted() throws Exception {
        // Given
        String body = "{\"ids\": [\"7\"]}";
        Map<String, String> forged = server.signed("d1", body + " ");
        Map<String, String> old = server.signed("d2", body);

        // When
        HttpResponse<String> wrong = server.post("desk", forged, body);
        HttpResponse<String> unknown = server.post("nobody", server.signed("d3", body), body);
        HttpResponse<String> mute = server.post("mute", server.signed("d4", body), body);
        HttpResponse<String> large = server.post("d5", "{\"ids\": [\"" + "7".repeat(9000) + "\"]}");
        HttpResponse<String> malformed = server.post("d6", "no json");
        HttpResponse<String> got = server.get("desk");
        server.clock.advance(Duration.ofMinutes(6));
        HttpResponse<String> replayed = server.post("desk", old, body);

        // Then
        assertThat(List.of(wrong, unknown, mute, large, malformed, got, replayed))
                .extracting(HttpResponse::statusCode)
                .containsExactly(401, 404, 404, 413, 400, 405, 401);
        assertThat(wrong.body()).isEqualTo("{\"error\":\"signature\"}");
        assertThat(replayed.body()).isEqualTo("{\"error\":\"stale\"}");
        assertThat(server.counted("desk", "signature")).isEqualTo(1);
        assertThat(server.counted("desk", "too-large")).isEqualTo(1);
        assertThat(server.counted("(unknown)", "unknown-system")).isEqualTo(2);
        assertThat(server.hints).isEmpty();
    }

    @Test
    void aStormIsAnsweredFastAndEndsInFewHints() throws Exception {
        // Given
        int webhooks = 10_000;
        int records = 100;
        long started = System.nanoTime();

        // When
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < webhooks; i++) {
            answers.add(server.postSoon("d" + i, "{\"ids\": [\"" + i % records + "\"]}"));
            if (answers.size() % 200 == 0) {
                answers.get(answers.size() - 200).get();
            }
        }
        Map<Integer, Long> statuses = answers.stream()
                .map(CompletableFuture::join)
                .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        // Then
        assertThat(statuses).isEqualTo(Map.of(200, (long) webhooks));
        assertThat(new TreeSet<>(server.hints.stream().map(Hint::key).toList())).hasSize(records);
        // One for each record and half of the time that it has to be quiet.
        assertThat((long) server.hints.size()).isLessThanOrEqualTo(records * (took.toMillis() / 250 + 2));
    }
}
