package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "STRASSE straße, strasse strasse, STRASSE straße"
    })
    void widthCaseTraditionalAndInvisibleCharactersMakeNoDifference(String text, String folded, String withCase) {
        assertThat(Normalizer.normalize(text)).isEqualTo(folded);
        assertThat(Normalizer.normalizeKeepingCase(text)).isEqualTo(withCase);
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
