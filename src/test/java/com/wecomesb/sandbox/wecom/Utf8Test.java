package com.wecomesb.sandbox.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class Utf8Test {

    @Test
    void cutsBetweenCharactersOnly() {
        // When / Then
        assertThat(Utf8.cut("退货", 5)).isEqualTo("退");
        assertThat(Utf8.cut("退货", 6)).isEqualTo("退货");
        assertThat(Utf8.cut("a😀", 4)).isEqualTo("a");
        assertThat(Utf8.cut("", 0)).isEmpty();
    }

    @Property
    void keepsTheLongestBeginningThatFits(@ForAll String chars, @ForAll @IntRange(max = 40) int bytes) {
        // Given: what is no Unicode text cannot survive UTF-8
        String text = new String(chars.getBytes(UTF_8), UTF_8);

        // When
        String cut = Utf8.cut(text, bytes);

        // Then
        assertThat(text).startsWith(cut);
        assertThat(Utf8.length(cut)).isBetween(Math.min(bytes - 3, Utf8.length(text)), bytes);
    }
}
