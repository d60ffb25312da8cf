package com.wecomesb.connector.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Values that are read the short way are spelt as they would be the long way. */
class NormalValueTest {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    @Property(tries = 2000)
    void aMobileNumberIsSpeltAsTheLibrarySpellsIt(@ForAll("mobile") String number) throws NumberParseException {
        // When
        String spelt = NormalValue.phone(number);
        // Then
        assertThat(spelt).isEqualTo(NUMBERS.format(NUMBERS.parse(number, "CN"), PhoneNumberFormat.E164));
    }

    @Provide
    Arbitrary<String> mobile() {
        return Arbitraries.strings()
                .numeric()
                .ofLength(9)
                .flatMap(rest ->
                        Arbitraries.of("3", "4", "5", "6", "7", "8", "9").map(second -> "+861" + second + rest));
    }

    @Test
    void aNumberIsWrittenOutUnlessThatWouldFillTheMemory() {
        // When
        String ten = NormalValue.of("level", DecimalNode.valueOf(new BigDecimal("1.00E+1")));
        String huge = NormalValue.of("level", DecimalNode.valueOf(new BigDecimal("1E+999999999")));
        String small = NormalValue.of("level", DecimalNode.valueOf(new BigDecimal("1E-999999999")));
        String none = NormalValue.of("level", DoubleNode.valueOf(Double.NaN));
        // Then
        assertThat(List.of(ten, huge, small, none)).containsExactly("10", "1E+999999999", "1E-999999999", "NaN");
    }

    @Property(tries = 2000)
    void aTextIsComposedAndOnItsLines(@ForAll("text") String text) {
        // When
        String normal = NormalValue.of("name", TextNode.valueOf(text));
        // Then
        String expected = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\r\\n?", "\n")
                .strip();
        assertThat(normal == null ? "" : normal).isEqualTo(expected);
        assertThat(NormalValue.loose(expected))
                .isEqualTo(expected.replaceAll("[\\x{10000}-\\x{10FFFF}\\x{FFFD}\\x{FE0F}\\x{200D}?\\s]+", ""));
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.of(
                        "a",
                        "é",
                        "e\u0301",
                        "ÿ",
                        "\u0301",
                        "\r",
                        "\n",
                        " ",
                        "\u3000",
                        "?",
                        "王",
                        "\u4e00",
                        "\u9fff",
                        "𠮷",
                        "\ufffd",
                        "\ufe0f",
                        "\u200d",
                        "か\u3099",
                        "\uac00",
                        "\u1100\u1161",
                        "~",
                        "\u007f",
                        "\t")
                .list()
                .ofMaxSize(6)
                .map(letters -> String.join("", letters));
    }

    @Test
    void statesOfFieldsAreReadAsTheyWereWritten() {
        // Given
        Map<String, FieldState> states = Map.of(
                "name", new FieldState("a-1", "b_2", null, null),
                "attributes.等级 \"x\\\n", new FieldState(null, "c", "d", null),
                "company", new FieldState("e", null, null, "f"),
                "stage", FieldState.NOTHING);
        // Then
        assertThat(FieldStates.read(FieldStates.write(states))).isEqualTo(states);
        assertThat(FieldStates.write(Map.of())).isEqualTo("{}");
    }
}
