package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What limits a rule besides its conditions: its dates, its share of the contacts, its pause. */
class LimitsTest {

    private static final String NOT = "✗ ";

    static Stream<Arguments> limits() {
        return Stream.of(
                limit(
                        "before its dates",
                        "valid: {from: 2026-11-01}",
                        "2026-10-31T23:59",
                        NOT + "还没到有效期:从 2026-11-01 00:00 起"),
                limit("the first minute", "valid: {from: 2026-11-01}", "2026-11-01T00:00", "在有效期内"),
                limit("the last minute of the last day", "valid: {until: 2026-11-12}", "2026-11-12T23:59", "在有效期内"),
                limit(
                        "the day after",
                        "valid: {until: 2026-11-12}",
                        "2026-11-13T00:00",
                        NOT + "不在有效期内:到 2026-11-13 00:00 为止"),
                limit(
                        "until a time of day",
                        "valid: {from: 2026-11-01 09:30, until: 2026-11-12 18:00}",
                        "2026-11-12T18:00",
                        NOT + "不在有效期内:到 2026-11-12 18:00 为止"),
                limit("acted long ago", "cooldown: 2m", "2026-11-21T12:00", "2m 内没有对这位客户用过"),
                limit("acted just now", "cooldown: 10m", "2026-11-21T11:58", NOT + "冷却中:10m 内对同一位客户只用一次,还有 420 秒"),
                limit("everybody", "rollout: 100%", "2026-11-21T12:00", "客户在灰度的 100% 内"),
                limit("nobody", "rollout: 0%", "2026-11-21T12:00", NOT + "客户不在灰度的 0% 内"));
    }

    private static Arguments limit(String name, String line, String now, String reason) {
        return argumentSet(name, line, now, reason);
    }

    @ParameterizedTest
    @MethodSource
    void limits(String line, String now, String reason) {
        // Given
        RuleSet rules = limited(line);
        Facts facts = facts("{text: 退货, contact: {id: c1, acted: {a: '2026-11-21T11:55:00+08:00'}}}", now);
        // When
        Verdict verdict = rules.decide(facts);
        // Then
        if (reason.startsWith(NOT)) {
            assertThat(verdict.acting()).isEmpty();
            assertThat(verdict.nearMisses())
                    .extracting(miss -> NOT + miss.failed())
                    .containsExactly(reason);
        } else {
            assertThat(verdict.acting()).extracting(Match::reason).containsExactly("提到“退货”," + reason);
        }
    }

    @Test
    void namesARuleInItsPauseThoughItHasNoWords() {
        // Given
        RuleSet rules =
                RuleFiles.read("rules: [{id: a, when: {message: {type: image}}, cooldown: 1h, then: [{reply: x}]}]");
        // When
        Verdict verdict = rules.decide(facts(
                "{event: {message: {type: image}}, contact: {id: c1, acted: {a: '2026-11-21T11:55:00+08:00'}}}",
                "2026-11-21T12:00"));
        // Then
        assertThat(verdict.nearMisses()).extracting(miss -> miss.rule().id()).containsExactly("a");
    }

    @Test
    void aShareIsAlwaysTheSameContactsAndAnotherForEachRule() {
        // Given
        RuleSet rules = RuleFiles.read("""
                rules:
                  - {id: a, rollout: 20%, then: [{reply: x}]}
                  - {id: b, rollout: 20%, also: true, then: [{tag: y}]}
                """);
        // When
        List<Verdict> verdicts = IntStream.range(0, 5000)
                .mapToObj(i -> rules.decide(facts("{contact: {id: c%d}}".formatted(i), "2026-11-21T12:00")))
                .toList();
        // Then
        assertThat(share(verdicts, "a")).isBetween(900L, 1100L);
        assertThat(share(verdicts, "b")).isBetween(900L, 1100L);
        assertThat(verdicts.stream()
                        .filter(verdict -> verdict.matched().size() == 2)
                        .count())
                .isBetween(140L, 260L);
        assertThat(rules.decide(facts("{contact: {id: c7}}", "2027-01-01T00:00"))
                        .matched())
                .isEqualTo(verdicts.get(7).matched());
    }

    private static long share(List<Verdict> verdicts, String rule) {
        return verdicts.stream()
                .filter(verdict -> RuleFiles.ids(verdict.matched()).contains(rule))
                .count();
    }

    @Test
    void nobodyKnownIsInNoShare() {
        // When
        Verdict verdict = limited("rollout: 99%").decide(facts("{text: 退货}", "2026-11-21T12:00"));
        // Then
        assertThat(verdict.nearMisses()).extracting(NearMiss::failed).containsExactly("只对 99% 的客户起作用,而这里不知道是哪位客户");
    }

    @Test
    void itsOwnExamplesHoldOnEveryDayAndThoseOfOthersTo() {
        // When
        List<String> mistakes = RuleFiles.mistakes("""
                rules:
                  - {id: a, when: {keywords: 退货}, then: [{reply: x}], examples: [退货]}
                  - id: sale
                    priority: 5
                    valid: {from: 2020-11-01, until: 2020-11-12}
                    rollout: 1%
                    cooldown: 1d
                    when: {keywords: [退货]}
                    then: [{reply: y}]
                    examples: [我要退货, {text: 退货, expect: sale}]
                  - id: week
                    priority: 9
                    valid: {from: 2020-11-01}
                    when: {keywords: [退货]}
                    then: [{reply: z}]
                    examples: [我要退货]
                """);
        // Then
        assertThat(mistakes).isEmpty();
    }

    private static RuleSet limited(String line) {
        return RuleFiles.read("""
                rules:
                  - id: a
                    %s
                    when: {keywords: 退货}
                    then: [{reply: x}]
                """.formatted(line));
    }

    private static Facts facts(String described, String now) {
        return RuleFiles.facts(described.replaceFirst("}$", ", now: '" + now + "'}"));
    }
}
