package com.wecomesb.rule.condition;

import com.wecomesb.rule.term.Terms;
import java.util.List;
import java.util.Optional;

/** {@code keywords: {levels: […]}}, for one of them: a term of the vocabularies of that level occurs in the text. */
record LevelCondition(int level, MentionsAny words) implements Condition {

    private static final List<String> NAMES = List.of("", "行业词", "品牌词", "客户特征词");

    LevelCondition(int level, List<Term> terms) {
        this(level, new MentionsAny(terms));
    }

    @Override
    public boolean holds(Reading reading) {
        return words.holds(reading);
    }

    @Override
    public String held(Reading reading) {
        return "提到" + name() + Term.found(words.found(reading), reading);
    }

    @Override
    public String failed(Reading reading) {
        return "没有提到" + name();
    }

    @Override
    public double confidence(Reading reading) {
        return words.confidence(reading);
    }

    @Override
    public Optional<String> guesses(Place place) {
        return words.guesses(place);
    }

    @Override
    public Guard guard(Terms index) {
        return words.guard(index);
    }

    @Override
    public List<TermTest> termTests() {
        return words.termTests();
    }

    private String name() {
        return level + "级" + NAMES.get(level);
    }
}
