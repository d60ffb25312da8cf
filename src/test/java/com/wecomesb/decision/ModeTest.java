package com.wecomesb.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModeTest {

    @ParameterizedTest
    @CsvSource({
        "stopped, false, false",
        "shadow, false, false",
        "testers, true, false",
        "0%, true, false",
        "100%, true, true",
        "live, true, true"
    })
    void servesTestersAndOthersAsTheModeSays(String word, boolean tester, boolean other) {
        // Given
        Mode mode = Mode.of(word).orElseThrow();
        // Then
        assertThat(mode.serves("wmTester", Set.of("wmTester"))).isEqualTo(tester);
        assertThat(mode.serves("wmOther", Set.of("wmTester"))).isEqualTo(other);
        assertThat(mode).hasToString(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LIVE", "101%", "-1%", "20", "20.5%", "on"})
    void knowsNoOtherWords(String word) {
        assertThat(Mode.of(word)).isEmpty();
    }

    @Test
    void servesAboutTheShareAndTheSamePeersWhenItGrows() {
        // Given
        Mode fifth = Mode.of("20%").orElseThrow();
        Mode half = Mode.of("50%").orElseThrow();
        // When
        long served = peers().filter(peer -> fifth.serves(peer, Set.of())).count();
        boolean kept =
                peers().filter(peer -> fifth.serves(peer, Set.of())).allMatch(peer -> half.serves(peer, Set.of()));
        // Then
        assertThat(served).isCloseTo(2000, within(200L));
        assertThat(kept).isTrue();
    }

    private static Stream<String> peers() {
        return IntStream.range(0, 10_000).mapToObj(number -> "wmPeer" + number);
    }
}
