package com.wecomesb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packaged jar in a process of its own, killed with SIGKILL at five random moments of two thousand messages; the
 * simulators live on in this one and keep the books.
 */
class CrashIT {

    private static final Logger log = LoggerFactory.getLogger(CrashIT.class);
    private static final int MESSAGES = 2000;
    private static final int KILLS = 5;
    private static final int PEOPLE = 200;
    private static final String RULES = """
            event: wecom.message.received
            rules:
              - id: crash
                when: {keywords: [测试]}
                then:
                  - reply: {text: "收到 {{ event.text }}"}
                  - crm: {do: contact-upsert}
                  - ticket: {do: ticket-create, subject: "{{ event.text }}"}
            """;

    private final Random random = new Random();

    @Test
    void eachAcceptedMessageHasExactlyOneDecisionReplyAndTicketHoweverOftenTheBusIsKilled() throws Exception {
        // Given
        try (SeparateBus bus =
                SeparateBus.start("crash", Map.of("rules/crash.yaml", RULES), List.of("crm", "ticket"))) {
            Sandbox sandbox = new Sandbox(bus.simulators());

            // When
            ScheduledExecutorService people = write(sandbox);
            int[] moments = random.ints(KILLS, 50, MESSAGES - 200).sorted().toArray();
            for (int moment : moments) {
                await().atMost(Duration.ofMinutes(4)).until(() -> sent(sandbox.ledger()) >= moment);
                bus.kill();
                bus.startAgain();
            }

            // Then
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> verify(sandbox.ledger()));
            people.shutdownNow();
            int exit = bus.stop();
            Books books = new Books(sandbox.ledger());
            long decisions = bus.number(
                    "SELECT count(*) FROM event WHERE type = 'wecom.message.received' AND outcome = 'DECIDED'");
            log.atInfo()
                    .addKeyValue("killedAt", moments)
                    .addKeyValue("written", MESSAGES)
                    .addKeyValue("accepted", books.accepted.size())
                    .addKeyValue("decisions", decisions)
                    .addKeyValue("replies", books.replies.size())
                    .addKeyValue("tickets", books.tickets.size())
                    .addKeyValue("contacts", books.contacts)
                    .addKeyValue("exit", exit)
                    .log("crash test done");
            assertThat(decisions).isEqualTo(books.replies.size());
        }
    }

    private static int sent(JsonNode ledger) {
        return ledger.path("sends").size();
    }

    private static void verify(JsonNode ledger) {
        Books books = new Books(ledger);
        assertThat(books.written).isEqualTo(MESSAGES);
        assertThat(books.waiting).isZero();
        assertThat(books.replies.keySet()).containsAll(books.accepted.keySet());
        assertThat(books.tickets.keySet()).isEqualTo(books.replies.keySet());
        assertThat(books.replies.values()).allMatch(count -> count == 1);
        assertThat(books.tickets.values()).allMatch(count -> count == 1);
        assertThat(books.contacts).isEqualTo(PEOPLE);
        assertThat(books.distinctContacts).isEqualTo(PEOPLE);
    }

    private ScheduledExecutorService write(Sandbox sandbox) {
        ScheduledExecutorService people = Executors.newScheduledThreadPool(1);
        AtomicInteger number = new AtomicInteger();
        people.scheduleAtFixedRate(
                () -> {
                    int n = number.getAndIncrement();
                    if (n < MESSAGES && n % 2 == 0) {
                        sandbox.customerWrites("wmCrash" + n / 2 % PEOPLE, "测试" + n);
                    } else if (n < MESSAGES) {
                        sandbox.memberWrites("crash" + n / 2 % PEOPLE, "测试" + n);
                    }
                },
                0,
                15,
                TimeUnit.MILLISECONDS);
        return people;
    }
}
