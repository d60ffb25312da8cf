package com.wecomesb.rule.condition;

import java.util.List;

/** {@code keywords: {except: […]}}: none of these terms occurs in the text. */
record ExceptCondition(List<Term> terms) implements Condition, Exclusion {

    @Override
    public boolean holds(Reading reading) {
        for (Term term : terms) {
            if (reading.contains(term)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String held(Reading reading) {
        return "没有排除词";
    }

    @Override
    public String failed(Reading reading) {
        return "含有排除词" + Term.found(terms.stream().filter(reading::contains).toList(), reading);
    }

    @Override
    public String written() {
        return "排除词(except)";
    }

    @Override
    public List<TermTest> termTests() {
        return List.of(new TermTest(TermTest.Kind.NONE, Term.ids(terms)));
    }
}
