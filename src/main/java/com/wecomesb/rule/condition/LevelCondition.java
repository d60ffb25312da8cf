package com.wecomesb.rule.condition;

import com.wecomesb.rule.term.Terms;
import java.util.List;
import java.util.Optional;

/** {@code keywords: {levels: […]}}, for one of them: a term of the vocabularies of that level occurs in the text. */
record LevelCondition(int level, List<Term> terms) implements Condition {

    private static final List<String> NAMES = List.of("", "行业词", "品牌词", "客户特征词");

    @Override
    public boolean holds(Reading reading) {
        for (Term term : terms) {
            if (reading.contains(term)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String held(Reading reading) {
        return "提到" + name()
                + Term.found(terms.stream().filter(reading::contains).toList(), reading);
    }

    @Override
    public String failed(Reading reading) {
        return "没有提到" + name();
    }

    @Override
    public double confidence(Reading reading) {
        return terms.stream()
                .filter(reading::contains)
                .mapToDouble(term -> term.confidence(reading))
                .max()
                .orElse(1);
    }

    @Override
    public Optional<String> guesses(Place place) {
        return Term.guesses(terms);
    }

    @Override
    public Guard guard(Terms index) {
        return Guard.contained(Term.ids(terms));
    }

    @Override
    public List<TermTest> termTests() {
        return List.of(new TermTest(TermTest.Kind.ANY, Term.ids(terms)));
    }

    private String name() {
        return level + "级" + NAMES.get(level);
    }
}
