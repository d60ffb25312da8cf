package com.wecomesb.sandbox.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.sandbox.SandboxTime;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FrequencyTest {

    private final SandboxTime time = new SandboxTime();

    private static void use(Frequency frequency, int times) {
        for (int i = 0; i < times; i++) {
            frequency.admits("path");
        }
    }

    static Stream<Arguments> blocks() {
        return Stream.of(
                argumentSet("a minute after the minute's limit", 3, 100, Duration.ofMinutes(1)),
                argumentSet("an hour after the hour's limit", 0, 3, Duration.ofHours(1)));
    }

    @ParameterizedTest
    @MethodSource
    void blocks(int perMinute, int perHour, Duration block) {
        // Given
        Frequency frequency = new Frequency(perMinute, perHour, true, time);
        use(frequency, 4);

        // When
        time.advance(block.minusSeconds(1));
        boolean early = frequency.admits("path");
        time.advance(Duration.ofSeconds(1));
        boolean later = frequency.admits("path");

        // Then
        assertThat(early).isFalse();
        assertThat(later).isTrue();
    }

    @Test
    void dropsNothingMoreThanTheSurplusWhenItDoesNotBlock() {
        // Given
        Frequency frequency = new Frequency(3, 100, false, time);
        time.advance(Duration.ofSeconds(30));
        use(frequency, 10);

        // When
        time.advance(Duration.ofSeconds(60));

        // Then
        assertThat(frequency.admits("path")).isTrue();
    }

    @Test
    void countsEachKeyForItself() {
        // Given
        Frequency frequency = new Frequency(3, 100, true, time);
        use(frequency, 10);

        // When / Then
        assertThat(frequency.admits("other path")).isTrue();
        assertThat(frequency.isBlocked("path")).isTrue();
        assertThat(frequency.isBlocked("other path")).isFalse();
    }
}
