package com.wecomesb.rule.condition;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A keyword.
 *
 * @param id its number in the index
 * @param written as it stands in the file
 */
record Term(int id, String written) {

    private static final int SHOWN = 3;

    static List<Integer> ids(List<Term> terms) {
        return terms.stream().map(Term::id).toList();
    }

    String quoted() {
        return "“" + written + "”";
    }

    /** 「“退货”、“退款”」, shortened when there are many. */
    static String quoted(List<Term> terms) {
        String quoted = terms.stream().limit(SHOWN).map(Term::quoted).collect(Collectors.joining("、"));
        return terms.size() > SHOWN ? quoted + "等 " + terms.size() + " 个词" : quoted;
    }
}
