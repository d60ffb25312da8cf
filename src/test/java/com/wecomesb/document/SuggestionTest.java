package com.wecomesb.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keyword | ,是不是“keywords”?可用:keywords、tag",
                "kewords | ,是不是“keywords”?可用:keywords、tag",
                "tags | ,是不是“tag”?可用:keywords、tag",
                "region | ,可用:keywords、tag",
                "tag：VIP | :全角冒号“：”,请改为“: ”"
            })
    void guessesWhatIsNear(String typed, String words) {
        assertThat(Suggestion.of(typed, List.of("keywords", "tag"))).isEqualTo(words);
    }
}
