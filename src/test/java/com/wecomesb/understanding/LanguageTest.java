package com.wecomesb.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.understanding.Understanding.Guess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    private static final Map<String, List<String>> QUESTIONS = Map.of(
            "refund-how-to", List.of("怎么退货", "退货流程是什么", "我想退货怎么办理"),
            "exchange-how-to", List.of("怎么换货", "尺码不合适能换吗"),
            "shipping-fee", List.of("运费多少钱", "退货运费谁出"),
            "invoice", List.of("怎么开发票", "可以开专票吗"),
            "hours", List.of("你们几点上班", "周末有人吗"));

    private static final Language LANGUAGE = language(QUESTIONS);

    private static Language language(Map<String, List<String>> questions) {
        return ShippedLanguage.of(IntentModel.train(List.of()), questions);
    }

    private static Guess nearest(Language language, String text) {
        return language.understand(text).answers().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "你好,请问怎么退货呀 | refund-how-to",
                "退货怎么操作? | refund-how-to",
                "請問怎麼退貨 | refund-how-to",
                "尺码不合适,能换一下吗 | exchange-how-to",
                "退货运费是我出还是你们出 | shipping-fee",
                "可以开一张专票吗 | invoice",
                "你们周末有没有人 | hours"
            })
    void aQuestionAskedInOtherWordsFindsItsReply(String text, String reply) {
        // When
        Guess nearest = nearest(LANGUAGE, text);
        // Then
        assertThat(nearest.name()).isEqualTo(reply);
        assertThat(nearest.score()).isBetween(0.5, 1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"怎么", "宇宙有多大", "今天天气怎么样", "怎么做红烧肉", "我要投诉", "你好", "在吗", "我的订单20261120001到哪了"})
    void whatNobodyAskedBeforeIsLikeNothing(String text) {
        // When
        List<Guess> answers = LANGUAGE.understand(text).answers();
        // Then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.score()).isLessThan(0.2));
    }

    @Test
    void theSameQuestionIsAsLikeAsCanBeWhateverItsPunctuation() {
        // When
        Guess nearest = nearest(LANGUAGE, "怎么退货???");
        // Then
        assertThat(nearest).isEqualTo(new Guess("refund-how-to", 1.0));
    }

    @Test
    void aReplyIsNamedOnceAndTheBestComesFirst() {
        // When
        List<Guess> answers = LANGUAGE.understand("退货流程是什么,怎么退货").answers();
        // Then
        assertThat(answers).extracting(Guess::name).doesNotHaveDuplicates().startsWith("refund-how-to");
        assertThat(answers).extracting(Guess::score).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void aLargerLibraryDoesNotChangeHowAlikeTwoTextsAre() {
        // Given
        Map<String, List<String>> larger = new LinkedHashMap<>(QUESTIONS);
        for (int i = 0; i < 3000; i++) {
            larger.put("model-" + i, List.of("型号" + (char) ('a' + i % 26) + i + "的退货说明书在哪里下载"));
        }
        Language language = language(larger);
        // When
        Guess nearest = nearest(language, "退货怎么操作");
        // Then
        assertThat(nearest).isEqualTo(nearest(LANGUAGE, "退货怎么操作"));
    }

    @Test
    void aLibraryWithoutQuestionsIsLikeNothing() {
        // When
        Understanding understanding = Language.NONE.understand("怎么退货");
        // Then
        assertThat(understanding.answers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "???", "👍👍", "\ud83d", "1234567890"})
    void aTextWithoutWordsIsLikeNothing(String text) {
        // When
        List<Guess> answers = LANGUAGE.understand(text).answers();
        // Then
        assertThat(answers).isEmpty();
    }

    @Test
    void aMegabyteIsUnderstoodByItsBeginning() {
        // Given
        String text = "怎么退货" + "，运费多少钱".repeat(200_000);
        // When
        List<Guess> answers = LANGUAGE.understand(text).answers();
        // Then
        assertThat(answers).isNotEmpty();
    }
}
