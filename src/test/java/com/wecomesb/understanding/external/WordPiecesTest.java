package com.wecomesb.understanding.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {

    private static final List<String> VOCABULARY = List.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "退", "货", "!", ",", "un", "##aff", "##able", "cafe", "iphone", "1",
            "##5", "##0", "20");

    private static String pieces(String text, int most) {
        return Arrays.stream(new WordPieces(VOCABULARY).of(text, most))
                .mapToObj(id -> VOCABULARY.get((int) id))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "退货! | [CLS] 退 货 ! [SEP]",
                "unaffable | [CLS] un ##aff ##able [SEP]",
                "退 CAFÉ, | [CLS] 退 cafe , [SEP]",
                "iPhone15退 | [CLS] [UNK] 退 [SEP]",
                "iPhone 15 200退 | [CLS] iphone 1 ##5 20 ##0 退 [SEP]",
                "微 | [CLS] [UNK] [SEP]",
                "'' | [CLS] [SEP]"
            })
    void aTextIsCutAsTheVocabularyWasMade(String text, String pieces) {
        // When
        String cut = pieces(text, 16);
        // Then
        assertThat(cut).isEqualTo(pieces);
    }

    @Test
    void aLongTextKeepsItsBeginningAndItsEndMark() {
        // When
        String cut = pieces("退".repeat(1_000_000), 5);
        // Then
        assertThat(cut).isEqualTo("[CLS] 退 退 退 [SEP]");
    }

    @Test
    void aVocabularyNeedsItsMarks() {
        // When
        assertThatThrownBy(() -> new WordPieces(List.of("[CLS]", "[SEP]")))
                // Then
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the vocabulary has no [UNK]");
    }
}
