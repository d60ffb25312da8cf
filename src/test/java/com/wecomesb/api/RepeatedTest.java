package com.wecomesb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

/** What becomes of a person's wish when others hold what it needs. */
class RepeatedTest {

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void aDeadlockIsTriedAgainInsteadOfBeingTold() {
        // When
        String done = Repeated.whileOthersAreQuicker(() -> merged(3));

        // Then
        assertThat(done).isEqualTo("merged");
        assertThat(tries).hasValue(3);
    }

    @Test
    void whoIsAlwaysTooLateIsToldToComeAgain() {
        // When
        Throwable told = catchThrowable(() -> Repeated.whileOthersAreQuicker(() -> merged(1_000)));

        // Then
        assertThat(told).isInstanceOf(NotNow.class);
        assertThat(tries.get()).isLessThan(10);
    }

    private String merged(int succeedsAt) {
        if (tries.incrementAndGet() < succeedsAt) {
            throw new CannotAcquireLockException("deadlock detected");
        }
        return "merged";
    }
}
