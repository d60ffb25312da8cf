package com.wecomesb.sandbox.kf;

import static com.wecomesb.sandbox.kf.ServiceState.ASSISTANT;
import static com.wecomesb.sandbox.kf.ServiceState.ENDED;
import static com.wecomesb.sandbox.kf.ServiceState.HUMAN;
import static com.wecomesb.sandbox.kf.ServiceState.NEW;
import static com.wecomesb.sandbox.kf.ServiceState.POOL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceStateTest {

    private static Set<ServiceState> reachableFrom(ServiceState state) {
        Set<ServiceState> reachable = EnumSet.noneOf(ServiceState.class);
        for (ServiceState next : ServiceState.values()) {
            if (state.mayBecome(next)) {
                reachable.add(next);
            }
        }
        return reachable;
    }

    @Test
    void goesWhereWecomLetsItGo() {
        // When / Then
        assertThat(reachableFrom(NEW)).containsExactlyInAnyOrder(ASSISTANT, POOL, HUMAN, ENDED);
        assertThat(reachableFrom(ASSISTANT)).containsExactlyInAnyOrder(POOL, HUMAN, ENDED);
        assertThat(reachableFrom(POOL)).containsExactlyInAnyOrder(HUMAN, ENDED);
        assertThat(reachableFrom(HUMAN)).containsExactlyInAnyOrder(HUMAN, ENDED);
        assertThat(reachableFrom(ENDED)).isEmpty();
    }

    @Test
    void letsTheApiSendBeforeAPersonIsCalled() {
        // When / Then
        assertThat(ServiceState.values())
                .filteredOn(ServiceState::allowsSending)
                .containsExactly(NEW, ASSISTANT);
    }

    @Test
    void hasTheNumbersOfThePlatform() {
        // When / Then
        assertThat(ServiceState.of(3)).isEqualTo(HUMAN);
        assertThat(ServiceState.of(5)).isNull();
    }
}
