package com.wecomesb.identity;

import java.util.List;

/**
 * When all of this is equal, it is the same person with this certainty.
 *
 * @param by kinds of identities, {@code name}, {@code company}
 * @param certainty 0 to 1
 */
record MatchRule(List<String> by, double certainty) {

    MatchRule {
        by = List.copyOf(by);
    }

    /** {@code phone}, {@code name + company} */
    String words() {
        return String.join(" + ", by);
    }
}
