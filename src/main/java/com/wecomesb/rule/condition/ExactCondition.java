package com.wecomesb.rule.condition;

import com.wecomesb.rule.term.Terms;
import java.util.List;

/** {@code keywords: {any: […], mode: exact}}: the whole message is one of these, but for punctuation around it. */
record ExactCondition(List<Term> terms) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        for (Term term : terms) {
            if (reading.isWhole(term)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String held(Reading reading) {
        return "整句就是" + Term.quoted(terms.stream().filter(reading::isWhole).toList());
    }

    @Override
    public String failed(Reading reading) {
        return "整句不是" + Term.quoted(terms);
    }

    @Override
    public Guard guard(Terms index) {
        return Guard.whole(Term.ids(terms));
    }

    @Override
    public List<TermTest> termTests() {
        return List.of(new TermTest(TermTest.Kind.WHOLE, Term.ids(terms)));
    }
}
