package com.wecomesb.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.wecomesb.rule.Normalizer;
import com.wecomesb.understanding.Understanding.Guess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentModelTest {

    private static final IntentModel SHIPPED = ShippedIntents.model();

    @Test
    void isTaughtAtLeastTwelveIntentsOfThirtySentencesEach() {
        assertThat(SHIPPED.intents())
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(intent -> assertThat(intent.examples())
                        .hasSizeGreaterThanOrEqualTo(30)
                        .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @CsvSource({
        "請問什麼時候可以幫我發貨呢, urge-shipping",
        "电子发票开给公司, invoice",
        "我的包裹现在运到哪里了, track-shipment",
        "付款一直失败 换了信用卡也不行, payment-problem",
        "我要投诉你们客服, complaint",
        "转人工客服, human"
    })
    void knowsWhatItWasNotTaughtWordForWord(String text, String intent) {
        assertThat(classify(SHIPPED, text).get(0).name()).isEqualTo(intent);
    }

    @Test
    void guessesTheSameWhateverTheOrderOfTheIntents() {
        // Given
        List<IntentExamples> reversed = new ArrayList<>(SHIPPED.intents());
        Collections.reverse(reversed);
        IntentModel again = IntentModel.train(reversed);
        // Then
        for (IntentExamples intent : SHIPPED.intents()) {
            String example = intent.examples().get(0);
            assertThat(again.classify(example)).isEqualTo(SHIPPED.classify(example));
        }
    }

    @Test
    void guessesInOrderAndNeverAboveOne() {
        // When
        List<Guess> guesses = classify(SHIPPED, "什么时候发货,不发我就取消订单了");
        // Then
        assertThat(guesses).hasSameSizeAs(SHIPPED.intents());
        assertThat(guesses).extracting(Guess::score).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(guesses)
                .extracting(Guess::score)
                .allSatisfy(score -> assertThat(score).isBetween(0.0, 1.0));
    }

    @ParameterizedTest
    @CsvSource({"你好", "今天天气真不错", "''", "👍", "ok", "\uD83D"})
    void isNotSureOfWhatIsNoneOfItsIntents(String text) {
        assertThat(classify(SHIPPED, text).get(0).score()).isLessThan(Understanding.SURE_FROM);
    }

    @Test
    void judgesALongMessageByItsBeginning() {
        // Given
        String question = "能开发票吗";
        // When
        List<Guess> guesses = classify(SHIPPED, question.repeat(200_000));
        // Then
        assertThat(guesses.get(0).name()).isEqualTo("invoice");
    }

    @Test
    void findsTheValuesOfAnIntent() {
        // Given
        IntentModel model = IntentModel.train(List.of(intent("a", "甲"), intent("b", "乙")));
        // Then
        assertThat(model.slots("a", "订单 202408123456 退一下")).containsExactly(Map.entry("order", "202408123456"));
        assertThat(model.slots("a", "身高 165cm")).containsExactly(Map.entry("height", "165"));
        assertThat(model.slots("a", "退一下")).isEmpty();
        assertThat(model.slots("nothing", "202408123456")).isEmpty();
    }

    @Test
    void guessesAtNothingWithoutIntents() {
        assertThat(IntentModel.train(List.of()).classify("退货")).isEmpty();
    }

    private static IntentExamples intent(String id, String word) {
        List<String> examples = List.of(word + "一", word + "二", word + "三", word + "四", word + "五");
        return new IntentExamples(
                id,
                word,
                examples,
                Map.of("order", Pattern.compile("[0-9]{8,20}"), "height", Pattern.compile("(1[0-9]{2})cm")),
                0.5);
    }

    private static List<Guess> classify(IntentModel model, String text) {
        return model.classify(Normalizer.normalize(text));
    }
}
