package com.wecomesb.sandbox.kf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class KfLogTest {

    private static final long NOW = 1_800_000_000L;

    private final KfLog log = new KfLog(8);

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            log.append(NOW, message(i));
        }
    }

    private static ObjectNode message(int number) {
        return JsonNodeFactory.instance.objectNode().put("msgid", "m" + number);
    }

    @Test
    void startsAtTheOldestForAPositionOfBefore() {
        // Given
        append(3);

        // When
        KfLog.Page page = log.read(0, 2, NOW);

        // Then
        assertThat(page.messages()).containsExactly(message(0), message(1));
        assertThat(page.hasMore()).isTrue();
    }

    @Test
    void goesOnWhereThePageEnded() {
        // Given
        append(3);
        long next = log.read(0, 2, NOW).next();

        // When
        KfLog.Page page = log.read(next, 2, NOW);

        // Then
        assertThat(page.messages()).containsExactly(message(2));
        assertThat(page.hasMore()).isFalse();
    }

    @Test
    void shiftsNoPositionWhenTheOldestAreRemoved() {
        // Given
        append(8);
        long next = log.read(0, 8, NOW).next();
        append(4);

        // When
        KfLog.Page page = log.read(next, 8, NOW);

        // Then
        assertThat(page.messages()).hasSize(4);
    }

    @Test
    void shiftsNoPositionWhenItIsCleared() {
        // Given
        append(2);
        long next = log.read(0, 8, NOW).next();
        log.clear();
        append(1);

        // When
        KfLog.Page page = log.read(next, 8, NOW);

        // Then
        assertThat(page.messages()).containsExactly(message(0));
    }

    @Test
    void hasPositionsBeyondThoseOfAnEarlierProcess() {
        // Given
        long ofBefore = (System.currentTimeMillis() - 1000) * 1000 + 500;
        append(1);

        // When
        KfLog.Page page = log.read(ofBefore, 8, NOW);

        // Then
        assertThat(page.messages()).hasSize(1);
    }
}
