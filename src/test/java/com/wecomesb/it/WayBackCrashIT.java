package com.wecomesb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packaged jar in a process of its own, killed with SIGKILL between webhook, hint, fetch and event, while colleagues
 * answer tickets; the simulated ticket system lives on in this one.
 */
class WayBackCrashIT {

    private static final Logger log = LoggerFactory.getLogger(WayBackCrashIT.class);
    private static final int TICKETS = 40;
    private static final int REPLIES = 3;
    private static final int KILLS = 2;
    private static final String CONTROL = "/sandbox/control";
    private static final String RULES = """
            event: wecom.message.received
            rules:
              - id: open
                when: {keywords: [测试]}
                then:
                  - reply: {text: "收到 {{ event.text }}"}
                  - ticket: {do: ticket-create, subject: "{{ event.text }}"}
              - id: answered
                event: ticket.commented
                when: {data: {comment.public: true}}
                then:
                  - reply: {text: "{{ comment.text }}"}
            """;

    private final Random random = new Random();

    @Test
    void eachAnswerToATicketReachesItsCustomerExactlyOnceHoweverOftenTheBusIsKilled() throws Exception {
        // Given
        // Webhooks that found nobody are given up in the end; the poll is the net under them.
        try (SeparateBus bus = SeparateBus.start(
                "way-back", Map.of("rules/way-back.yaml", RULES), List.of("ticket"), "--esb.systems.ticket.poll=15s")) {
            Http http = bus.simulators();
            Sandbox sandbox = new Sandbox(http);
            for (int i = 0; i < TICKETS; i++) {
                sandbox.customerWrites("wmBack" + i, "测试" + i);
            }
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> answersTo(sandbox, "收到").size() == TICKETS
                            && tickets(sandbox).size() == TICKETS);

            // When
            ScheduledExecutorService colleagues = answer(http, tickets(sandbox));
            int[] moments =
                    random.ints(KILLS, 5, TICKETS * REPLIES - 30).sorted().toArray();
            for (int moment : moments) {
                await().atMost(Duration.ofMinutes(4))
                        .until(() -> answersTo(sandbox, "答复").size() >= moment);
                bus.kill();
                bus.startAgain();
            }

            // Then
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(answersTo(sandbox, "答复")).hasSize(TICKETS * REPLIES));
            colleagues.shutdownNow();
            int exit = bus.stop();
            log.atInfo()
                    .addKeyValue("killedAt", moments)
                    .addKeyValue("answers", answersTo(sandbox, "答复").size())
                    .addKeyValue("exit", exit)
                    .log("crash test of the way back done");
            assertThat(answersTo(sandbox, "答复").values()).allMatch(count -> count == 1);
        }
    }

    /** How often each text that begins so was sent, by customer and text. */
    private static Map<String, Integer> answersTo(Sandbox sandbox, String beginning) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode send : sandbox.ledger().path("sends")) {
            String text = send.path("text").asText();
            if (text.startsWith(beginning) && !send.path("dropped").asBoolean()) {
                counts.merge(send.path("to").asText() + " " + text, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static List<String> tickets(Sandbox sandbox) {
        List<String> ids = new ArrayList<>();
        sandbox.ledger()
                .path("tickets")
                .forEach(ticket -> ids.add(ticket.path("id").asText()));
        return ids;
    }

    private static ScheduledExecutorService answer(Http http, List<String> tickets) {
        ScheduledExecutorService colleagues = Executors.newScheduledThreadPool(1);
        AtomicInteger number = new AtomicInteger();
        colleagues.scheduleAtFixedRate(
                () -> {
                    int n = number.getAndIncrement();
                    if (n < TICKETS * REPLIES) {
                        http.post(
                                CONTROL + "/tickets/" + tickets.get(n % TICKETS) + "/replies",
                                Map.of("text", "答复" + n));
                    }
                },
                0,
                60,
                TimeUnit.MILLISECONDS);
        return colleagues;
    }
}
