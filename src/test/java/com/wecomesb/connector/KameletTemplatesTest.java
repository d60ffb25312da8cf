package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.connector.description.Connectors;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KameletTemplatesTest {

    private static final ConnectedSystem SYSTEM =
            new ConnectedSystem("crm", SystemKind.CRM, "echo", Map.of("greeting", "hello"));

    private final KameletTemplates templates = new KameletTemplates(Clock.systemUTC());

    @AfterEach
    void close() {
        templates.close();
    }

    @Test
    void answersWithTheKameletsThatWereThereWhenTheCallBegan() throws Exception {
        // Given
        replace(Map.of("echo-contact-find-action", echo("one")));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch replaced = new CountDownLatch(1);
        List<CamelContext> old = new ArrayList<>();
        CompletableFuture<String> inFlight = CompletableFuture.supplyAsync(() -> templates.use(generation -> {
            old.add(generation.context());
            inside.countDown();
            awaitLatch(replaced);
            return call(generation);
        }));
        inside.await();
        // When
        replace(Map.of("echo-contact-find-action", echo("two")));
        boolean oldRunsOn = old.get(0).isStarted();
        String next = answer();
        replaced.countDown();
        // Then
        assertThat(next).isEqualTo("hello two");
        assertThat(oldRunsOn).isTrue();
        assertThat(inFlight).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("hello one");
        await().untilAsserted(() -> assertThat(old.get(0).isStopped()).isTrue());
    }

    @Test
    void losesNoCallWhileKameletsAreReplacedAgainAndAgain() {
        // Given
        replace(Map.of("echo-contact-find-action", echo("v0")));
        Map<String, Boolean> answers = new ConcurrentHashMap<>();
        CompletableFuture<Void> callers = CompletableFuture.runAsync(() -> {
            for (int call = 0; call < 2_000; call++) {
                answers.put(answer(), true);
            }
        });
        // When
        for (int version = 1; version <= 5; version++) {
            replace(Map.of("echo-contact-find-action", echo("v" + version)));
        }
        // Then
        assertThat(callers).succeedsWithin(Duration.ofSeconds(60));
        assertThat(answers.keySet()).isNotEmpty().allMatch(answer -> answer.matches("hello v[0-5]"));
        assertThat(answer()).isEqualTo("hello v5");
    }

    @Test
    void keepsTheKameletsInForceWhenTheNewOnesAreBroken() {
        // Given
        replace(Map.of("echo-contact-find-action", echo("one")));
        // When
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        replace(Map.of("echo-contact-find-action", echo("two").replace("setBody", "setBdoy"))));
        // Then
        assertThat(answer()).isEqualTo("hello one");
        assertThat(templates.has("echo-contact-find-action")).isTrue();
    }

    @Test
    void usesTheNewKameletBelowAnUnchangedOneToo() {
        // Given
        String outer = echo("x")
                .replace("echo-contact-find-action", "outer-contact-find-action")
                .replace(
                        "- setBody: {expression: {constant: {expression: \"{{greeting}} x\"}}}",
                        "- to: {uri: \"kamelet:echo-contact-find-action\", parameters: {greeting: \"{{greeting}}\"}}");
        ConnectedSystem system = new ConnectedSystem("crm", SystemKind.CRM, "outer", Map.of("greeting", "hi"));
        replace(Map.of("echo-contact-find-action", echo("one"), "outer-contact-find-action", outer));
        String before = templates.use(generation -> call(generation, "outer-contact-find-action", system));
        // When
        replace(Map.of("echo-contact-find-action", echo("two"), "outer-contact-find-action", outer));
        String after = templates.use(generation -> call(generation, "outer-contact-find-action", system));
        // Then
        assertThat(before).isEqualTo("hi one");
        assertThat(after).isEqualTo("hi two");
    }

    private void replace(Map<String, String> kamelets) {
        templates.replace(kamelets, Connectors.none());
    }

    private String answer() {
        return templates.use(generation -> call(generation));
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String call(Generation generation) {
        return call(generation, "echo-contact-find-action", SYSTEM);
    }

    private static String call(Generation generation, String kamelet, ConnectedSystem system) {
        JsonNode nothing = JsonNodeFactory.instance.objectNode();
        return generation
                .call(kamelet, system, nothing, "a1", Map.of())
                .getMessage()
                .getBody(String.class);
    }

    private static String echo(String word) {
        return """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata:
                  name: echo-contact-find-action
                  labels: {camel.apache.org/kamelet.type: action}
                spec:
                  definition:
                    title: Echo
                    required: [greeting]
                    properties:
                      greeting: {title: Greeting, description: A word, type: string}
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                        - setBody: {expression: {constant: {expression: "{{greeting}} WORD"}}}
                """.replace("WORD", word);
    }
}
