package com.wecomesb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The packaged jar in a process of its own, killed with SIGKILL in the middle of the first load of a CRM. */
class LoadCrashIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int CONTACTS = 200;
    private static final int PAGE = 10;
    private static final String JOBS = "/api/v1/sync/jobs";

    private record Order(String task, String system, String kind, int pageSize, int callsPerSecond) {}

    @Test
    void aFirstLoadGoesOnWhereAKillLeftItWithNothingLostOrDoubled() throws Exception {
        // Given
        try (SeparateBus bus = SeparateBus.start(
                "load",
                Map.of("sync.yaml", "sync: [{system: crm, conflicts: newest}]\n"),
                List.of("crm"),
                "--esb.systems.crm.poll=off")) {
            fill(bus.simulator("crm"));
            JsonNode begun = bus.http().post(JOBS, new Order("load", "crm", "contact", PAGE, 5));
            String job = JOBS + "/" + begun.path("id").asText();

            // When
            await().atMost(SOON).until(() -> records(bus, job) >= CONTACTS / 4);
            bus.kill();
            long readBefore = bus.number("SELECT count(*) FROM record_link");
            // The dead process had the job for a minute; nobody waits for that here.
            bus.change("UPDATE sync_job SET lease_until = started_at");
            bus.startAgain();

            // Then
            await().atMost(SOON)
                    .until(() -> bus.http().get(job).path("state").asText().equals("DONE"));
            JsonNode counts = bus.http().get(job).path("counts");
            bus.stop();
            assertThat(readBefore).isBetween(CONTACTS / 4L, CONTACTS - 1L);
            assertThat(counts.path("records").asLong()).isEqualTo(CONTACTS);
            assertThat(bus.number("SELECT count(*) FROM contact")).isEqualTo(CONTACTS);
            assertThat(bus.number("SELECT count(*) FROM record_link")).isEqualTo(CONTACTS);
            assertThat(bus.number("SELECT count(DISTINCT our_id) FROM record_link"))
                    .isEqualTo(CONTACTS);
        }
    }

    private static long records(SeparateBus bus, String job) {
        return bus.http().get(job).path("counts").path("records").asLong();
    }

    private static void fill(String crm) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        String token = new ObjectMapper()
                .readTree(
                        sent(
                                client,
                                HttpRequest.newBuilder(URI.create(crm + "/oauth2/token"))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        "grant_type=client_credentials&client_id=sandbox&client_secret=sandbox-secret"))))
                .path("access_token")
                .asText();
        for (int number = 0; number < CONTACTS; number++) {
            sent(
                    client,
                    HttpRequest.newBuilder(URI.create(crm + "/contacts/crm-" + number))
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + token)
                            .PUT(HttpRequest.BodyPublishers.ofString(
                                    "{\"name\":\"客户%d\",\"phone\":\"+86138%08d\"}".formatted(number, number))));
        }
    }

    private static String sent(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isLessThan(300);
        return answer.body();
    }
}
