package com.wecomesb.rule.condition;

import com.wecomesb.rule.term.Terms;
import java.util.Comparator;
import java.util.List;

/** {@code keywords: {all: […]}}: each of these terms occurs in the text. */
record MentionsAll(List<Term> terms) implements Condition {

    @Override
    public boolean holds(Reading reading) {
        for (Term term : terms) {
            if (!reading.contains(term)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String held(Reading reading) {
        return "同时提到" + Term.quoted(terms);
    }

    @Override
    public String failed(Reading reading) {
        return "没有提到"
                + Term.quoted(
                        terms.stream().filter(term -> !reading.contains(term)).toList());
    }

    @Override
    public Guard guard(Terms index) {
        return terms.stream()
                .map(Term::id)
                .min(Comparator.comparingInt(id -> Guard.cost(id, index)))
                .map(rarest -> Guard.contained(List.of(rarest)))
                .orElse(Guard.NONE);
    }

    @Override
    public List<TermTest> termTests() {
        return terms.stream()
                .map(term -> new TermTest(TermTest.Kind.ANY, List.of(term.id())))
                .toList();
    }
}
