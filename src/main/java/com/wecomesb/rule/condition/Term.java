package com.wecomesb.rule.condition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A keyword.
 *
 * @param id its number in the index, as it is
 * @param written as it stands in the file
 * @param others what else in a text counts as the keyword
 */
record Term(int id, String written, List<Form> others) {

    private static final int SHOWN = 3;

    /**
     * Something that counts as a keyword.
     *
     * @param id its number in the index
     * @param synonym the synonym that it is, empty for the keyword itself
     * @param fuzzy whether it is enough that something is like it
     */
    record Form(int id, String synonym, boolean fuzzy) {}

    static List<Integer> ids(List<Term> terms) {
        if (terms.size() == 1) {
            return terms.get(0).ids();
        }
        return terms.stream().flatMap(term -> term.ids().stream()).distinct().toList();
    }

    List<Integer> ids() {
        return others.isEmpty()
                ? List.of(id)
                : Stream.concat(Stream.of(id), others.stream().map(Form::id))
                        .distinct()
                        .toList();
    }

    String quoted() {
        return "“" + written + "”";
    }

    /** 「“退货”、“退款”」, shortened when there are many. */
    static String quoted(List<Term> terms) {
        return shortened(terms, terms.stream().map(Term::quoted).toList());
    }

    /** As above, and how those that do not stand there as they are were recognised. */
    static String found(List<Term> terms, Reading reading) {
        return shortened(
                terms,
                terms.stream().limit(SHOWN).map(term -> term.found(reading)).toList());
    }

    private static String shortened(List<Term> terms, List<String> shown) {
        String words = shown.stream().limit(SHOWN).collect(Collectors.joining("、"));
        return terms.size() > SHOWN ? words + "等 " + terms.size() + " 个词" : words;
    }

    /** 「“退货”(读音相同)」: it never says what the customer wrote. */
    private String found(Reading reading) {
        if (others.isEmpty() || reading.contains(id)) {
            return quoted();
        }
        return others.stream()
                .filter(form -> reading.contains(form.id()))
                .findFirst()
                .map(form -> quoted() + "(" + how(form, reading) + ")")
                .orElse(quoted());
    }

    /** How sure it is that the customer means the keyword, where it was found: of the surest form. */
    double confidence(Reading reading) {
        if (others.isEmpty() || reading.contains(id)) {
            return 1;
        }
        return others.stream()
                .filter(form -> reading.contains(form.id()))
                .mapToDouble(form -> form.fuzzy() ? reading.likeness(form.id()).confidence() : 1)
                .max()
                .orElse(1);
    }

    /** What guesses here, if any does. */
    static Optional<String> guesses(List<Term> terms) {
        boolean fuzzy = terms.stream().anyMatch(term -> term.others().stream().anyMatch(Form::fuzzy));
        return fuzzy ? Optional.of("keywords 的 mode: fuzzy") : Optional.empty();
    }

    private static String how(Form form, Reading reading) {
        String synonym = form.synonym().isEmpty() ? "" : "同义词“" + form.synonym() + "”";
        String likeness = form.fuzzy() ? reading.likeness(form.id()).words() : "";
        return synonym.isEmpty() || likeness.isEmpty() ? synonym + likeness : synonym + "," + likeness;
    }
}
