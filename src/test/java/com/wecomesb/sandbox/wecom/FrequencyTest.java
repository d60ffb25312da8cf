package com.wecomesb.sandbox.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.sandbox.SandboxTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FrequencyTest {

    private final SandboxTime time = new SandboxTime();

    private static void use(Frequency frequency, int times) {
        for (int i = 0; i < times; i++) {
            frequency.admits("path");
        }
    }

    @Test
    void blocksForAMinuteAfterTheMinutesLimit() {
        // Given
        Frequency frequency = new Frequency(3, 100, true, time);
        use(frequency, 4);

        // When
        time.advance(Duration.ofSeconds(59));
        boolean early = frequency.admits("path");
        time.advance(Duration.ofSeconds(1));
        boolean later = frequency.admits("path");

        // Then
        assertThat(early).isFalse();
        assertThat(later).isTrue();
    }

    @Test
    void blocksForAnHourAfterTheHoursLimit() {
        // Given
        Frequency frequency = new Frequency(0, 3, true, time);
        use(frequency, 4);

        // When
        time.advance(Duration.ofMinutes(59));
        boolean early = frequency.admits("path");
        time.advance(Duration.ofMinutes(1));
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
