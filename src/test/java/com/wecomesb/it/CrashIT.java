package com.wecomesb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.process.JarProcess;
import com.wecomesb.sandbox.SandboxApplication;
import com.wecomesb.sandbox.SandboxDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The packaged jar in a process of its own, killed with SIGKILL at five random moments of two thousand messages; the
 * simulators live on in this one and keep the books.
 */
class CrashIT {

    private static final Logger log = LoggerFactory.getLogger(CrashIT.class);
    private static final int MESSAGES = 2000;
    private static final int KILLS = 5;
    private static final int PEOPLE = 200;
    private static final Path FOLDER =
            Path.of("target", "crash-" + Long.toString(System.nanoTime(), 36)).toAbsolutePath();

    private final int busPort = JarProcess.freePort();
    private final int sandboxPort = JarProcess.freePort();
    private final Random random = new Random();

    @Test
    void eachAcceptedMessageHasExactlyOneDecisionReplyAndTicketHoweverOftenTheBusIsKilled() throws Exception {
        // Given
        writeRules();
        try (ConfigurableApplicationContext simulators = startSimulators()) {
            assertThat(simulators.isRunning()).isTrue();
            Sandbox sandbox = new Sandbox(new Http("http://127.0.0.1:" + sandboxPort, ""));
            JarProcess bus = startBus();

            // When
            ScheduledExecutorService people = write(sandbox);
            int[] moments = random.ints(KILLS, 50, MESSAGES - 200).sorted().toArray();
            for (int moment : moments) {
                await().atMost(Duration.ofMinutes(4)).until(() -> sent(sandbox.ledger()) >= moment);
                bus.kill();
                bus = startBus();
            }

            // Then
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> verify(sandbox.ledger()));
            people.shutdownNow();
            int exit = bus.stop();
            Books books = new Books(sandbox.ledger());
            long decisions = decisions();
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

    private ConfigurableApplicationContext startSimulators() {
        return SandboxApplication.run(
                "--server.port=" + sandboxPort,
                "--esb.sandbox.callback-url=http://127.0.0.1:" + busPort + "/callback/wecom/{app}",
                "--esb.sandbox.limits.base-per-minute=0",
                "--esb.sandbox.limits.base-per-hour=0",
                "--esb.sandbox.callbacks.retry-delay=4s");
    }

    private JarProcess startBus() {
        String sandbox = "http://127.0.0.1:" + sandboxPort + "/sandbox/";
        return JarProcess.start(
                FOLDER,
                "bus",
                busPort,
                "/actuator/health/readiness",
                List.of(
                        "--server.port=" + busPort,
                        "--server.address=127.0.0.1",
                        "--esb.data-dir=" + FOLDER.resolve("data"),
                        "--esb.routes-dir=" + FOLDER.resolve("routes"),
                        "--esb.wecom.api-url=" + sandbox + "wecom",
                        "--esb.wecom.apps.sandbox.corp-id=" + SandboxDefaults.CORP_ID,
                        "--esb.wecom.apps.sandbox.agent-id=" + SandboxDefaults.AGENT_ID,
                        "--esb.wecom.apps.sandbox.secret=" + SandboxDefaults.APP_SECRET,
                        "--esb.wecom.apps.sandbox.token=" + SandboxDefaults.TOKEN,
                        "--esb.wecom.apps.sandbox.encoding-aes-key=" + SandboxDefaults.ENCODING_AES_KEY,
                        "--esb.wecom.apps.sandbox.mode=live",
                        "--esb.systems.crm.connector=sandbox",
                        "--esb.systems.crm.url=" + sandbox + "crm",
                        "--esb.systems.crm.client-id=sandbox",
                        "--esb.systems.crm.client-secret=sandbox-secret",
                        "--esb.systems.ticket.connector=sandbox",
                        "--esb.systems.ticket.url=" + sandbox + "ticket",
                        "--esb.systems.ticket.client-id=sandbox",
                        "--esb.systems.ticket.client-secret=sandbox-secret"));
    }

    private static void writeRules() throws IOException {
        Path rules = FOLDER.resolve("routes/rules/crash.yaml");
        Files.createDirectories(rules.getParent());
        Files.writeString(rules, """
                event: wecom.message.received
                rules:
                  - id: crash
                    when: {keywords: [测试]}
                    then:
                      - reply: {text: "收到 {{ event.text }}"}
                      - crm: {do: contact-upsert}
                      - ticket: {do: ticket-create, subject: "{{ event.text }}"}
                """);
    }

    private static long decisions() throws SQLException {
        String url = "jdbc:h2:file:" + FOLDER.resolve("data/h2/esb") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM event WHERE type = 'wecom.message.received' AND outcome = 'DECIDED'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
