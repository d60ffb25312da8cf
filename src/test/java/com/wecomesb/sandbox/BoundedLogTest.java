package com.wecomesb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedLogTest {

    @Test
    void keepsTheLatestAndCountsAll() {
        // Given
        BoundedLog<Integer> log = new BoundedLog<>(3);

        // When
        IntStream.range(0, 5).forEach(log::add);

        // Then
        assertThat(log).containsExactly(2, 3, 4);
        assertThat(log.total()).isEqualTo(5);
    }

    @Test
    void losesNothingWhenManyAppendAtOnce() {
        // Given
        BoundedLog<Integer> log = new BoundedLog<>(100_000);

        // When
        IntStream.range(0, 50_000).parallel().forEach(log::add);

        // Then
        assertThat(log).hasSize(50_000).doesNotHaveDuplicates();
        assertThat(log.total()).isEqualTo(50_000);
    }
}
