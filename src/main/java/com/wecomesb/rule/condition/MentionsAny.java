package com.wecomesb.rule.condition;

import com.wecomesb.rule.term.Terms;
import java.util.List;
import java.util.Optional;

/** {@code keywords: {any: […]}}: one of these terms occurs in the text. */
record MentionsAny(List<Term> terms) implements Condition {

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
        return "提到" + Term.found(found(reading), reading);
    }

    /** Those that are written there; only where none is, those that something is merely like. */
    List<Term> found(Reading reading) {
        List<Term> written =
                terms.stream().filter(term -> reading.contains(term.id())).toList();
        return written.isEmpty() ? terms.stream().filter(reading::contains).toList() : written;
    }

    @Override
    public String failed(Reading reading) {
        return "没有提到" + Term.quoted(terms);
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
}
