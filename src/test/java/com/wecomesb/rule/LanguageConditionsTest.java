package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.understanding.Sentiment;
import com.wecomesb.understanding.Sentiment.Polarity;
import com.wecomesb.understanding.Understanding;
import com.wecomesb.understanding.Understanding.Guess;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageConditionsTest {

    private static final Understanding NOTHING = Understanding.NONE;

    static Stream<Arguments> cases() {
        return Stream.of(
                holds("the likeliest intent", "{intent: 退货}", intents("退货", 0.97), "意图是“退货”(0.97,要求 ≥ 0.95)"),
                holds("one of several", "{intent: [换货, 退货]}", intents("退货", 0.95), "意图是“退货”(0.95,要求 ≥ 0.95)"),
                holds(
                        "a threshold of its own",
                        "{intent: {any: 退货, threshold: 0.3}}",
                        intents("退货", 0.31),
                        "意图是“退货”(0.31,要求 ≥ 0.30)"),
                fails("an unlikely intent", "{intent: 退货}", intents("退货", 0.949), "意图“退货”只有 0.94,不到 0.95"),
                fails("another intent", "{intent: 退货}", intents("投诉", 0.9), "意图不是“退货”(最像“投诉”,0.90)"),
                fails("no intent at all", "{intent: [退货, 换货]}", NOTHING, "意图不是“退货”或“换货”(看不出意图)"),
                holds(
                        "a similar question",
                        "{similar: {threshold: 0.7}}",
                        answers("refund-how-to", 0.83),
                        "与话术“refund-how-to”的问法相似(0.83,要求 ≥ 0.70)"),
                holds(
                        "a similar question of a named reply",
                        "{similar: {to: hours}}",
                        answers("refund-how-to", 0.9, "hours", 0.6),
                        "与话术“hours”的问法相似(0.60,要求 ≥ 0.60)"),
                fails(
                        "a question not similar enough",
                        "{similar: {threshold: 0.7}}",
                        answers("refund-how-to", 0.5),
                        "最相似的是话术“refund-how-to”,只有 0.50,不到 0.70"),
                fails(
                        "a question of another reply",
                        "{similar: {to: hours}}",
                        answers("refund-how-to", 0.9),
                        "没有相似的问法"),
                fails("a question like no other", "{similar: {threshold: 0}}", NOTHING, "没有相似的问法"),
                holds("a negative tone", "{sentiment: negative}", tone(Polarity.NEGATIVE, 0.5), "语气是负面(强度 0.50)"),
                holds("an angry tone", "{sentiment: angry}", tone(Polarity.NEGATIVE, 0.8), "语气是愤怒(强度 0.80)"),
                holds(
                        "an angry tone is negative",
                        "{sentiment: negative}",
                        tone(Polarity.NEGATIVE, 0.8),
                        "语气是愤怒(强度 0.80)"),
                holds(
                        "a positive tone",
                        "{sentiment: [positive, neutral]}",
                        tone(Polarity.POSITIVE, 0.4),
                        "语气是正面(强度 0.40)"),
                holds("no tone at all", "{sentiment: neutral}", NOTHING, "语气是中性(强度 0.00)"),
                holds(
                        "a strong tone",
                        "{sentiment: {is: negative, strength: {at-least: 0.5}}}",
                        tone(Polarity.NEGATIVE, 0.5),
                        "语气是负面(强度 0.50)"),
                fails(
                        "a tone not strong enough",
                        "{sentiment: angry}",
                        tone(Polarity.NEGATIVE, 0.6),
                        "语气不是愤怒,而是负面(强度 0.60)"),
                fails(
                        "a weak tone",
                        "{sentiment: {is: negative, strength: {at-least: 0.5}}}",
                        tone(Polarity.NEGATIVE, 0.4),
                        "语气的强度 0.40 不是 ≥ 0.5"),
                fails(
                        "the opposite tone",
                        "{sentiment: [negative, neutral]}",
                        tone(Polarity.POSITIVE, 0.9),
                        "语气不是负面或中性,而是正面(强度 0.90)"));
    }

    private static Arguments holds(String name, String when, Understanding understanding, String reason) {
        return argumentSet(name, when, understanding, true, reason);
    }

    private static Arguments fails(String name, String when, Understanding understanding, String reason) {
        return argumentSet(name, when, understanding, false, reason);
    }

    private static Understanding intents(String name, double score) {
        return new Understanding(List.of(new Guess(name, score)), List.of(), Sentiment.NEUTRAL);
    }

    private static Understanding answers(String id, double score) {
        return new Understanding(List.of(), List.of(new Guess(id, score)), Sentiment.NEUTRAL);
    }

    private static Understanding answers(String best, double score, String next, double less) {
        List<Guess> guesses = List.of(new Guess(best, score), new Guess(next, less));
        return new Understanding(List.of(), guesses, Sentiment.NEUTRAL);
    }

    private static Understanding tone(Polarity polarity, double strength) {
        return new Understanding(List.of(), List.of(), new Sentiment(polarity, strength));
    }

    private static Facts facts(Understanding understanding) {
        var described = JsonNodeFactory.instance.objectNode();
        return new DescribedFacts(
                described, DescribedFacts.MESSAGE_RECEIVED, "好", "好", understanding, ZonedDateTime.now(), null);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aConditionHoldsOrFailsAndSaysWhy(String when, Understanding understanding, boolean holds, String reason) {
        // Given
        String guarded = "{all: [{keywords: 好}, %s]}".formatted(when);
        RuleSet rules = RuleFiles.when(guarded);
        // When
        Verdict verdict = rules.decide(facts(understanding));
        // Then
        if (holds) {
            assertThat(verdict.matched())
                    .singleElement()
                    .extracting(Match::reason)
                    .asString()
                    .endsWith(reason);
        } else {
            assertThat(verdict.matched()).isEmpty();
            assertThat(verdict.nearMisses())
                    .singleElement()
                    .extracting(NearMiss::failed)
                    .isEqualTo(reason);
        }
    }

    @Test
    void theNearestReplyIsWhatTheRuleAnswersWith() {
        // Given
        RuleSet rules = RuleFiles.read("""
                rules:
                  - id: a
                    when: {similar: {to: [hours, address]}}
                    then:
                      - reply: {similar: true}
                      - shop: {do: order-find}
                        missing: [{reply: {similar: true}}, {reply: x}]
                """);
        // When
        Match match =
                rules.acting(facts(answers("refund-how-to", 0.9, "hours", 0.7))).get(0);
        // Then
        assertThat(match.variables()).isEqualTo(Map.of("similar", "hours"));
        assertThat(match.then()).flatExtracting(ActionSpec::replyIds).containsExactly("hours", "hours", "x");
    }

    @Test
    void theNearestReplyMayBeFoundInEveryOneOfSeveralCases() {
        // When
        List<String> mistakes = RuleFiles.mistakes("""
                rules:
                  - id: a
                    when: {any: [{similar: {to: hours}}, {keywords: 好, similar: {threshold: 0.4}}]}
                    then: [{reply: {similar: true}}]
                """);
        // Then
        assertThat(mistakes).isEmpty();
    }

    @Test
    void theNearestReplyIsNotSureToBeFoundInOneOfSeveralCases() {
        // When
        List<String> mistakes = RuleFiles.mistakes("""
                rules:
                  - id: a
                    when: {any: [{keywords: 几点}, {similar: {to: hours}}]}
                    then: [{reply: {similar: true}}]
                """);
        // Then
        assertThat(mistakes).singleElement().asString().contains("when 成立的每一种情况里");
    }
}
