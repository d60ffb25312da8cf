package com.wecomesb.perform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a delay ends, the same on every database. */
abstract class DelayContract extends PerformStep {

    private static final Duration DELAY = Duration.ofMinutes(30);

    DelayContract(TestDatabase database) {
        super(database);
    }

    @Test
    void itEndsWhenItIsDueAndNotBefore() {
        // Given
        delay("a");

        // When
        perform.clock().advance(DELAY.minusSeconds(1));
        perform.sweep();
        List<String> before = perform.events();
        perform.clock().advance(Duration.ofSeconds(1));
        perform.sweep();

        // Then
        assertThat(before).isEmpty();
        assertThat(perform.events()).containsExactly("esb.schedule.delay.done");
        assertThat(state("a")).isEqualTo("DONE");
    }

    @Test
    void noWorkerIsEverCalledForIt() {
        // Given
        delay("a");

        // When
        perform.clock().advance(DELAY.plusMinutes(5));
        perform.sweep();

        // Then
        assertThat(perform.published()).isEmpty();
    }

    @Test
    void aCancelledOneDoesNotEnd() {
        // Given
        delay("a");
        perform.jdbc().update("UPDATE action SET state = 'SUPPRESSED', branches = NULL, outcome_wanted = FALSE");

        // When
        perform.clock().advance(DELAY.plusMinutes(5));
        perform.sweep();

        // Then
        assertThat(perform.events()).isEmpty();
        assertThat(state("a")).isEqualTo("SUPPRESSED");
    }

    @Test
    void anEndThatACrashKeptFromTheBusIsToldByTheNextSweep() {
        // Given
        delay("a");
        perform.clock().advance(DELAY);
        perform.delays().end(perform.clock().instant());

        // When
        try (PerformContext restarted = new PerformContext(database)) {
            restarted.clock().advance(DELAY.plusSeconds(5));
            restarted.sweep();
            restarted.sweep();

            // Then
            assertThat(restarted.events()).containsExactly("esb.schedule.delay.done");
        }
    }

    @Test
    void aDelayThatEndedWhileNobodyRanEndsAtTheNextStart() {
        // Given
        delay("a");

        // When
        try (PerformContext restarted = new PerformContext(database)) {
            restarted.clock().advance(Duration.ofDays(3));
            restarted.sweep();

            // Then
            assertThat(restarted.events()).containsExactly("esb.schedule.delay.done");
        }
    }

    @Test
    void ofTwoInstancesOneEndsIt() throws Exception {
        // Given
        delay("a");
        delay("b");
        perform.clock().advance(DELAY);
        ExecutorService sweepers = Executors.newFixedThreadPool(2);
        try (PerformContext other = new PerformContext(database)) {
            other.clock().advance(DELAY);
            List<Callable<Void>> sweeps = List.of(() -> sweep(perform), () -> sweep(other));

            // When
            sweepers.invokeAll(sweeps);

            // Then
            assertThat(perform.events().size() + other.events().size()).isEqualTo(2);
        } finally {
            sweepers.shutdown();
        }
    }

    @Test
    void manyThatAreDueAtOnceAllEnd() {
        // Given
        List<String> ids =
                IntStream.range(0, 450).mapToObj(number -> "d" + number).toList();
        ids.forEach(this::delay);

        // When
        perform.clock().advance(DELAY);
        Collections.nCopies(3, perform).forEach(PerformContext::sweep);

        // Then
        assertThat(perform.events()).hasSize(450);
    }

    private static Void sweep(PerformContext instance) {
        instance.sweep();
        return null;
    }

    private void delay(String id) {
        Action action = new Action(
                id,
                new Action.Cause("event", "event", 0, "rule"),
                ActionKind.SCHEDULE,
                "delay",
                null,
                "schedule",
                "schedule:" + id,
                1,
                "conversation",
                "contact",
                1,
                false,
                JsonNodeFactory.instance.objectNode(),
                null,
                JsonNodeFactory.instance.objectNode().put("as", "result"),
                "snapshot",
                perform.clock().instant().plus(DELAY),
                null,
                true,
                "answered");
        perform.inTransaction(
                () -> perform.actions().insert(List.of(new ActionLog.Entry(action, ActionState.READY, null))));
    }
}
