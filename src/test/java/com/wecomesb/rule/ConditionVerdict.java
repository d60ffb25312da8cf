package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;

/** What the rules say of one condition and one set of facts. */
final class ConditionVerdict {

    /** Before the reason why a condition does not hold. */
    static final String NOT = "✗ ";

    private ConditionVerdict() {}

    /**
     * The condition holds, or fails, for this reason.
     *
     * @param facts as somebody describes them; their text is put behind the keyword that the rule asks for, too
     */
    static void assertSays(String when, String facts, String reason) {
        RuleSet rules = RuleFiles.read(
                "rules: [{id: a, event: '*', when: {keywords: 退, %s, then: [{tag: x}]}]".formatted(when.substring(1)));
        String described =
                facts.contains("text: ") ? facts.replace("text: ", "text: 退") : "{text: 退, " + facts.substring(1);
        Verdict verdict = rules.decide(RuleFiles.facts(described));
        if (reason.startsWith(NOT)) {
            assertThat(verdict.matched()).isEmpty();
            assertThat(verdict.nearMisses())
                    .extracting(miss -> NOT + miss.failed())
                    .containsExactly(reason);
        } else {
            assertThat(verdict.matched()).extracting(Match::reason).containsExactly("提到“退”," + reason);
        }
    }
}
