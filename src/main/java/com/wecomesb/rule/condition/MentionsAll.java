package com.wecomesb.rule.condition;

import com.wecomesb.rule.term.Terms;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
        return "同时提到" + Term.found(terms, reading);
    }

    @Override
    public String failed(Reading reading) {
        return "没有提到"
                + Term.quoted(
                        terms.stream().filter(term -> !reading.contains(term)).toList());
    }

    @Override
    public double confidence(Reading reading) {
        return terms.stream()
                .filter(reading::contains)
                .mapToDouble(term -> term.confidence(reading))
                .min()
                .orElse(1);
    }

    @Override
    public Optional<String> guesses(Place place) {
        return Term.guesses(terms);
    }

    @Override
    public Guard guard(Terms index) {
        return terms.stream()
                .map(term -> Guard.contained(term.ids()))
                .min(Comparator.comparingInt(guard -> guard.cost(index)))
                .orElse(Guard.NONE);
    }

    @Override
    public List<TermTest> termTests() {
        return terms.stream()
                .map(term -> new TermTest(TermTest.Kind.ANY, term.ids()))
                .toList();
    }
}
