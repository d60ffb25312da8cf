package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The index finds what trying every rule in turn finds. */
class RuleIndexPropertyTest {

    @Property(tries = 500)
    void theIndexAgreesWithTryingEveryRule(@ForAll long seed) {
        // Given
        RandomRules random = new RandomRules(seed);
        RuleSet rules = RuleFiles.read(random.file());
        for (int i = 0; i < 20; i++) {
            String text = random.text();
            Facts facts = DescribedFacts.text(text);
            // When
            Verdict verdict = rules.decide(facts);
            List<Match> acting = rules.acting(facts);
            // Then
            assertThat(RuleFiles.ids(verdict.matched()))
                    .as("“%s”", text)
                    .containsExactlyInAnyOrderElementsOf(byTryingEach(random, text));
            assertThat(verdict.matched())
                    .extracting(match -> -match.rule().priority())
                    .isSorted();
            assertThat(RuleFiles.ids(acting)).isEqualTo(RuleFiles.ids(verdict.acting()));
        }
    }

    private static List<String> byTryingEach(RandomRules random, String text) {
        List<String> matched = new ArrayList<>();
        for (int rule = 0; rule < random.size(); rule++) {
            if (random.holds(rule, text)) {
                matched.add("r" + rule);
            }
        }
        return matched;
    }
}
