package com.wecomesb.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextPiecesTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("退", "a", "é", "😀", "。", "\n", " ", "𠮷")
                .list()
                .ofMaxSize(3000)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 200)
    void noPieceIsTooLongAndNothingIsLost(@ForAll("texts") String text) {
        // When
        List<String> pieces = TextPieces.of(text);
        // Then
        assertThat(pieces)
                .allSatisfy(piece -> assertThat(piece.getBytes(StandardCharsets.UTF_8).length)
                        .isBetween(1, TextPieces.MAX_BYTES));
        assertThat(String.join("", pieces).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    @Test
    void aLongTextIsCutBetweenSentences() {
        // Given
        String sentence = "退货要在七天内办理😀。";
        // When
        List<String> pieces = TextPieces.of(sentence.repeat(120));
        // Then
        assertThat(pieces).hasSize(2).allSatisfy(piece -> assertThat(piece).endsWith("。"));
    }

    @Test
    void aTextWithoutSentencesIsCutBetweenCharacters() {
        assertThat(TextPieces.of("𠮷".repeat(1000))).containsExactly("𠮷".repeat(512), "𠮷".repeat(488));
    }
}
