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
import org.springframework.context.ConfigurableApplicationContext;

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
    private static final Path FOLDER = Path.of("target", "way-back-" + Long.toString(System.nanoTime(), 36))
            .toAbsolutePath();

    private final int busPort = JarProcess.freePort();
    private final int sandboxPort = JarProcess.freePort();
    private final Http http = new Http("http://127.0.0.1:" + sandboxPort, "");
    private final Sandbox sandbox = new Sandbox(http);
    private final Random random = new Random();

    @Test
    void eachAnswerToATicketReachesItsCustomerExactlyOnceHoweverOftenTheBusIsKilled() throws Exception {
        // Given
        writeRules();
        try (ConfigurableApplicationContext simulators = startSimulators()) {
            assertThat(simulators.isRunning()).isTrue();
            JarProcess bus = startBus();
            for (int i = 0; i < TICKETS; i++) {
                sandbox.customerWrites("wmBack" + i, "测试" + i);
            }
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> answersTo("收到").size() == TICKETS && tickets().size() == TICKETS);

            // When
            ScheduledExecutorService colleagues = answer(tickets());
            int[] moments =
                    random.ints(KILLS, 5, TICKETS * REPLIES - 30).sorted().toArray();
            for (int moment : moments) {
                await().atMost(Duration.ofMinutes(4))
                        .until(() -> answersTo("答复").size() >= moment);
                bus.kill();
                bus = startBus();
            }

            // Then
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(answersTo("答复")).hasSize(TICKETS * REPLIES));
            colleagues.shutdownNow();
            int exit = bus.stop();
            log.atInfo()
                    .addKeyValue("killedAt", moments)
                    .addKeyValue("answers", answersTo("答复").size())
                    .addKeyValue("exit", exit)
                    .log("crash test of the way back done");
            assertThat(answersTo("答复").values()).allMatch(count -> count == 1);
        }
    }

    /** How often each text that begins so was sent, by customer and text. */
    private Map<String, Integer> answersTo(String beginning) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode send : sandbox.ledger().path("sends")) {
            String text = send.path("text").asText();
            if (text.startsWith(beginning) && !send.path("dropped").asBoolean()) {
                counts.merge(send.path("to").asText() + " " + text, 1, Integer::sum);
            }
        }
        return counts;
    }

    private List<String> tickets() {
        List<String> ids = new ArrayList<>();
        sandbox.ledger()
                .path("tickets")
                .forEach(ticket -> ids.add(ticket.path("id").asText()));
        return ids;
    }

    private ScheduledExecutorService answer(List<String> tickets) {
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

    private ConfigurableApplicationContext startSimulators() {
        return SandboxApplication.run(
                "--server.port=" + sandboxPort,
                "--esb.sandbox.callback-url=http://127.0.0.1:" + busPort + "/callback/wecom/{app}",
                "--esb.sandbox.limits.base-per-minute=0",
                "--esb.sandbox.limits.base-per-hour=0",
                "--esb.sandbox.callbacks.retry-delay=4s");
    }

    private JarProcess startBus() {
        String simulators = "http://127.0.0.1:" + sandboxPort + "/sandbox/";
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
                        "--esb.wecom.api-url=" + simulators + "wecom",
                        "--esb.wecom.apps.sandbox.corp-id=" + SandboxDefaults.CORP_ID,
                        "--esb.wecom.apps.sandbox.agent-id=" + SandboxDefaults.AGENT_ID,
                        "--esb.wecom.apps.sandbox.secret=" + SandboxDefaults.APP_SECRET,
                        "--esb.wecom.apps.sandbox.token=" + SandboxDefaults.TOKEN,
                        "--esb.wecom.apps.sandbox.encoding-aes-key=" + SandboxDefaults.ENCODING_AES_KEY,
                        "--esb.wecom.apps.sandbox.mode=live",
                        "--esb.systems.ticket.connector=sandbox",
                        "--esb.systems.ticket.url=" + simulators + "ticket",
                        "--esb.systems.ticket.webhook-secret=" + SandboxDefaults.WEBHOOK_SECRET,
                        // Webhooks that found nobody are given up in the end; the poll is the net under them.
                        "--esb.systems.ticket.poll=15s"));
    }

    private static void writeRules() throws IOException {
        Path rules = FOLDER.resolve("routes/rules/way-back.yaml");
        Files.createDirectories(rules.getParent());
        Files.writeString(rules, """
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
                """);
    }
}
