package com.wecomesb.document;

import java.util.Collection;

/** What somebody may have meant who wrote a word that does not exist. */
public final class Suggestion {

    private static final int NEAR = 2;

    private Suggestion() {}

    /** The end of a sentence: 「,是不是 keywords?可用:…」, or what is amiss with the word itself. */
    public static String of(String typed, Collection<String> known) {
        if (typed.indexOf('：') >= 0) {
            return ":全角冒号“：”,请改为“: ”";
        }
        String near = known.stream()
                .filter(name -> distance(typed, name) <= Math.min(NEAR, name.length() / 2))
                .findFirst()
                .map(name -> ",是不是“" + name + "”?")
                .orElse(",");
        return near + "可用:" + String.join("、", known);
    }

    /** Levenshtein's, which counts characters added, left out and exchanged. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchanged = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(exchanged, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[other.length()];
    }
}
