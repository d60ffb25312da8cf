package com.wecomesb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.bus.broker.BrokerProcess;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.process.JarProcess;
import com.wecomesb.sandbox.SandboxApplication;
import com.wecomesb.sandbox.SandboxDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two instances of the packaged jar on one PostgreSQL and one Kafka, all in processes of their own, as they run at a
 * company. The last test leaves one of them dead.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {

    private static final Path FOLDER =
            Path.of("target", "cluster-" + Long.toString(System.nanoTime(), 36)).toAbsolutePath();
    private static final String KEY = "a-key-of-at-least-16";
    /** So many that nobody waits for more than five replies at once: 微信客服 takes no more between two of their messages. */
    private static final int PEOPLE = 25;

    private final int sandboxPort = JarProcess.freePort();
    private final int port = JarProcess.freePort();
    private final Http health = new Http("http://127.0.0.1:" + port, KEY);
    private final Sandbox sandbox = new Sandbox(new Http("http://127.0.0.1:" + sandboxPort, ""));
    private BrokerProcess kafka;
    private ConfigurableApplicationContext simulators;
    private JarProcess one;
    private JarProcess other;

    @BeforeAll
    void start() throws IOException {
        Path rules = FOLDER.resolve("routes/rules/cluster.yaml");
        Files.createDirectories(rules.getParent());
        Files.writeString(
                rules,
                "rules: [{id: cluster, when: {keywords: [测试]}, then: [{reply: {text: \"收到 {{ event.text }}\"}}]}]\n");
        kafka = new BrokerProcess(FOLDER.resolve("kafka"));
        simulators = SandboxApplication.run(
                "--server.port=" + sandboxPort,
                "--esb.sandbox.callback-url=http://127.0.0.1:" + port + "/callback/wecom/{app}",
                "--esb.sandbox.limits.base-per-minute=0",
                "--esb.sandbox.limits.base-per-hour=0");
        String database = TestDatabase.postgresUrl();
        one = instance("one", port, database);
        other = instance("other", JarProcess.freePort(), database);
    }

    @AfterAll
    void stop() {
        for (AutoCloseable part : new AutoCloseable[] {one, other, simulators, kafka}) {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (Exception exception) {
                throw new IllegalStateException(exception);
            }
        }
    }

    @Test
    @Order(1)
    void whileKafkaIsAwayForAMinuteCallbacksAreTakenAndAllGoesOnInOrderAfterwards() {
        // Given
        kafka.pause();

        // When
        List<String> words = write("A", 60);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(
                                kafkaHealth().path("details").path("eventsGoTo").asText())
                        .isEqualTo("inbox"));
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Instant.parse(
                                kafkaHealth().path("details").path("inboxSince").asText())
                        .plusSeconds(60)
                        .isBefore(Instant.now()));
        JsonNode meanwhile = sandbox.ledger();
        kafka.resume();

        // Then
        assertThat(kafkaHealth().path("status").asText()).isNotEqualTo("DOWN");
        for (JsonNode callback : meanwhile.path("callbacks")) {
            assertThat(callback.path("outcome").asText()).isEqualTo("ANSWERED");
            assertThat(callback.path("millis").asLong()).isLessThan(4_500);
        }
        awaitEachAnsweredOnceInOrder(words);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                kafkaHealth().path("details").path("eventsGoTo").asText())
                        .isEqualTo("kafka"));
    }

    @Test
    @Order(2)
    void whenOneOfTwoInstancesIsKilledTheOtherGoesOnAndNothingIsLostOrDoubled() {
        // Given
        List<String> words = new ArrayList<>(write("B", 100));
        await().atMost(Duration.ofSeconds(60)).until(() -> replies("B") >= 20);

        // When
        other.kill();
        words.addAll(write("C", 100));

        // Then
        awaitEachAnsweredOnceInOrder(words);
    }

    private List<String> write(String name, int messages) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            String text = "测试" + name + "%04d".formatted(i);
            if (i % 2 == 0) {
                sandbox.customerWrites("wmCluster" + i / 2 % PEOPLE, text);
            } else {
                sandbox.memberWrites("cluster" + i / 2 % PEOPLE, text);
            }
            words.add(text);
        }
        return words;
    }

    private long replies(String name) {
        return new Books(sandbox.ledger())
                .replies.keySet().stream().filter(text -> text.contains(name)).count();
    }

    private void awaitEachAnsweredOnceInOrder(List<String> words) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() ->
                        assertThat(new Books(sandbox.ledger()).replies).containsKeys(words.toArray(new String[0])));
        assertThat(new Books(sandbox.ledger()).replies.values()).allMatch(count -> count == 1);
        for (int person = 0; person < PEOPLE; person++) {
            assertThat(sandbox.botTo("wmCluster" + person)).isSorted();
            assertThat(sandbox.botToMember("cluster" + person)).isSorted();
        }
    }

    private JsonNode kafkaHealth() {
        return health.answer("GET", "/actuator/health", "")
                .json()
                .path("components")
                .path("kafka");
    }

    private JarProcess instance(String name, int at, String database) {
        return JarProcess.start(
                FOLDER,
                name,
                at,
                "/actuator/health/readiness",
                List.of(
                        "--server.port=" + at,
                        "--server.address=127.0.0.1",
                        "--esb.api.key=" + KEY,
                        "--esb.data-dir=" + FOLDER.resolve("data-" + name),
                        "--esb.routes-dir=" + FOLDER.resolve("routes"),
                        "--esb.bus.brokers=" + kafka.bootstrap(),
                        "--esb.bus.partitions=6",
                        "--esb.bus.replication-factor=1",
                        "--esb.bus.min-insync-replicas=1",
                        "--spring.datasource.url=" + database,
                        "--esb.wecom.api-url=http://127.0.0.1:" + sandboxPort + "/sandbox/wecom",
                        "--esb.wecom.apps.sandbox.corp-id=" + SandboxDefaults.CORP_ID,
                        "--esb.wecom.apps.sandbox.agent-id=" + SandboxDefaults.AGENT_ID,
                        "--esb.wecom.apps.sandbox.secret=" + SandboxDefaults.APP_SECRET,
                        "--esb.wecom.apps.sandbox.token=" + SandboxDefaults.TOKEN,
                        "--esb.wecom.apps.sandbox.encoding-aes-key=" + SandboxDefaults.ENCODING_AES_KEY,
                        "--esb.perform.lease=20s",
                        "--esb.wecom.apps.sandbox.mode=live"));
    }
}
