package com.wecomesb.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

    private final Pseudonyms pseudonyms =
            new Pseudonyms("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    @Test
    void givesTheSameNameToTheSameParts() {
        assertThat(pseudonyms.of("ww1", "kf", "wk1", "wm客户")).isEqualTo(pseudonyms.of("ww1", "kf", "wk1", "wm客户"));
    }

    @Test
    void tellsPartsApartThatReadAlikeWhenJoined() {
        assertThat(pseudonyms.of("ab", "c")).isNotEqualTo(pseudonyms.of("a", "bc"));
        assertThat(pseudonyms.of("abc")).isNotEqualTo(pseudonyms.of("abc", ""));
    }

    @Test
    void givesOtherNamesUnderAnotherKey() {
        assertThat(new Pseudonyms(new byte[32]).of("wm1")).isNotEqualTo(pseudonyms.of("wm1"));
    }

    @Test
    void isShortAndFitForAnAddress() {
        assertThat(pseudonyms.of("wm1")).matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void refusesAShortKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pseudonyms(new byte[8]));
    }
}
