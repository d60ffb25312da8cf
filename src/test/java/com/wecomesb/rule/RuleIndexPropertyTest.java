package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The index finds what trying every rule in turn finds. */
class RuleIndexPropertyTest {

    record Words(List<String> any, List<String> all, List<String> except, int priority) {}

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings().withChars("退货款订单你好ab").ofMaxLength(12);
    }

    @Provide
    Arbitrary<List<Words>> rules() {
        Arbitrary<List<String>> words = Arbitraries.strings()
                .withChars("退货款订单你好ab")
                .ofMinLength(1)
                .ofMaxLength(3)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(words, words, words, Arbitraries.integers().between(0, 5))
                .as(Words::new)
                .filter(rule -> !rule.any().isEmpty() || !rule.all().isEmpty())
                .list()
                .ofMaxSize(20);
    }

    @Property(tries = 300)
    void theIndexAgreesWithTryingEveryRule(@ForAll("rules") List<Words> rules, @ForAll("text") String text) {
        // Given
        StringBuilder file = new StringBuilder("rules:\n");
        for (int i = 0; i < rules.size(); i++) {
            Words rule = rules.get(i);
            file.append(
                    "  - {id: r%d, priority: %d, then: [{reply: x}], when: {keywords: {any: [%s], all: [%s], except: [%s]}}}%n"
                            .formatted(
                                    i,
                                    rule.priority(),
                                    String.join(", ", rule.any()),
                                    String.join(", ", rule.all()),
                                    String.join(", ", rule.except())));
        }

        // When
        Verdict verdict = rules.isEmpty()
                ? new Verdict(List.of(), List.of(), List.of())
                : RuleFiles.read(file.toString()).decide(RuleFiles.says(text));

        // Then
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            if (holds(rules.get(i), text)) {
                expected.add("r" + i);
            }
        }
        List<String> matched = new ArrayList<>();
        verdict.matched().forEach(match -> matched.add(match.rule().id()));
        assertThat(matched).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static boolean holds(Words rule, String text) {
        return rule.except().stream().noneMatch(text::contains)
                && rule.all().stream().allMatch(text::contains)
                && (rule.any().isEmpty() || rule.any().stream().anyMatch(text::contains));
    }
}
