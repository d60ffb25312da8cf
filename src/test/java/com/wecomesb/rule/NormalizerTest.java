package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerTest {

    @ParameterizedTest
    @CsvSource({
        "我要退货, 我要退货, 我要退货",
        "我要退貨, 我要退货, 我要退货",
        "ＡＢ１２３, ab123, AB123",
        "Ｈｉ！, hi!, Hi!",
        "退\u200b货\ufeff, 退货, 退货",
        "\u202e退货\u202c, 退货, 退货",
        "ｶﾞ, ガ, ガ",
        "e\u0301, é, é",
        "㎏, kg, kg",
        "😀退貨👍🏽, 😀退货👍🏽, 😀退货👍🏽",
        "❤\ufe0f, ❤, ❤",
        "STRASSE straße, strasse strasse, STRASSE straße",
        "VІР, vip, VІР",
        "ⅤⅰР, vip, ViР",
        "ᴠɪᴘ, vip, ᴠɪᴘ",
        "退\u0336货\u0336, 退货, 退货",
        "1\ufe0f\u20e3, 1, 1",
        "退\u20dd货, 退货, 退货",
        "退\ud83d货, 退货, 退货",
        "退\uffff货, 退货, 退货",
        "Возврат, boзbpat, Возврат"
    })
    void widthCaseTraditionalAndInvisibleCharactersMakeNoDifference(String text, String folded, String withCase) {
        assertThat(Normalizer.normalize(text)).isEqualTo(folded);
        assertThat(Normalizer.normalizeKeepingCase(text)).isEqualTo(withCase);
    }

    @Property
    void aTextMayBeCutAnywhereButWithinACharacter(@ForAll String one, @ForAll String other) {
        // Given
        Assume.that(!endsWithin(one, other));
        // When
        String together = Normalizer.normalize(one + other);
        String apart = Normalizer.normalize(Normalizer.normalize(one) + Normalizer.normalize(other));
        // Then
        assertThat(together).isEqualTo(apart);
    }

    private static boolean endsWithin(String one, String other) {
        return !one.isEmpty()
                && !other.isEmpty()
                && Character.isHighSurrogate(one.charAt(one.length() - 1))
                && Character.isLowSurrogate(other.charAt(0));
    }

    @Property
    void chineseStaysInItsPlace(@ForAll String before, @ForAll String behind) {
        assertThat(Normalizer.normalize(before + "退货" + behind))
                .isEqualTo(Normalizer.normalize(before) + Normalizer.normalize("退货" + behind))
                .contains("退");
    }

    @Property
    void lookAlikesKeepTheirPlaces(@ForAll String text) {
        assertThat(Normalizer.latin(text)).hasSameSizeAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301\u0323", "ﷺ", "\u202e", "\ud83d", "退", "\u1100", "𝕍", "🏽", "a\u0336"})
    void aMegabyteOfAnythingIsNormalisedAtOnce(String piece) {
        // Given
        String text = piece.repeat(300_000 / piece.length());
        // When
        String normal = assertTimeout(Duration.ofSeconds(5), () -> Normalizer.normalize(text));
        // Then
        assertThat(normal.length()).isLessThanOrEqualTo(text.length() * 18);
    }

    @Property
    void whatIsNormalStaysSo(@ForAll String text) {
        // Given
        String normal = Normalizer.normalize(text);
        // When
        String again = Normalizer.normalize(normal);
        // Then
        assertThat(again).isEqualTo(normal);
    }
}
