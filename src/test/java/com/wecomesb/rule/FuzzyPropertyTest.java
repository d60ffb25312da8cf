package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The index finds by likeness what trying every term at every place finds. */
class FuzzyPropertyTest {

    private static final String[] OF_TERMS = {"退", "货", "换", "推", "火", "不", "x"};
    private static final String[] OF_TEXTS = {
        "退", "退", "货", "货", "换", "推", "腿", "或", "火", "还", "不", "x", "tui", "huo", "huan", " ", "*", "。", "\n"
    };

    @Property(tries = 300)
    void theIndexAgreesWithTryingEveryTermEverywhere(@ForAll long seed) {
        // Given
        Random random = new Random(seed);
        List<String> terms = new ArrayList<>();
        StringBuilder file = new StringBuilder("rules:\n");
        for (int i = 0; i < 30; i++) {
            terms.add(OF_TERMS[random.nextInt(3)] + some(OF_TERMS, random, random.nextInt(7)));
            file.append("- {id: r%d, when: {keywords: {any: [%s], mode: fuzzy}}, then: [{reply: x}]}%n"
                    .formatted(i, terms.get(i)));
        }
        RuleSet rules = RuleFiles.read(file.toString());
        for (int i = 0; i < 20; i++) {
            String text = some(OF_TEXTS, random, 1 + random.nextInt(10));
            // When
            List<String> matched =
                    RuleFiles.ids(rules.decide(DescribedFacts.text(text)).matched());
            // Then
            for (int term = 0; term < terms.size(); term++) {
                assertThat(matched.contains("r" + term))
                        .as("%s in “%s”", terms.get(term), text)
                        .isEqualTo(PlainLikeness.isIn(terms.get(term), text));
            }
        }
    }

    @Property(tries = 300)
    void noTextBreaksIt(@ForAll String text, @ForAll String term) {
        // Given
        String quoted = Normalizer.normalize(term).replaceAll("[^\\p{L}\\p{N}]", "") + "退货";
        RuleSet rules = RuleFiles.when("{keywords: {any: [\"%s\"], mode: fuzzy}}".formatted(quoted));
        // Then
        assertThatCode(() -> rules.decide(DescribedFacts.text(text + quoted))).doesNotThrowAnyException();
    }

    private static String some(String[] pieces, Random random, int count) {
        StringBuilder some = new StringBuilder();
        for (int i = 0; i < count; i++) {
            some.append(pieces[random.nextInt(pieces.length)]);
        }
        return some.toString();
    }
}
