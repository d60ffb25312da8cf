package com.wecomesb.rule.fuzzy;

import com.wecomesb.rule.term.FuzzyTerm;

/**
 * A term of letters.
 *
 * @param letters without the blanks and marks in it
 * @param words how many words these letters are
 * @param edits how many typos it may have
 */
record WordTerm(int id, String letters, int words, int edits) {

    /** Longer words are compared as they are only. */
    static final int LONGEST = 24;

    private static final int NEVER = 99;

    static WordTerm of(FuzzyTerm term) {
        StringBuilder letters = new StringBuilder();
        for (int point : Tokens.ofTerm(term.text()).points()) {
            letters.appendCodePoint(point);
        }
        boolean typos = term.typos() && letters.length() <= LONGEST;
        return new WordTerm(
                term.id(),
                letters.toString(),
                Words.of(term.text(), Integer.MAX_VALUE).count(),
                typos ? Edits.allowed(letters.length()) : 0);
    }

    /** Damerau's distance is small enough, the first letter is the same or swapped, and no digit is another. */
    boolean isLike(CharSequence word) {
        if (Math.abs(word.length() - letters.length()) > edits || word.isEmpty()) {
            return false;
        }
        int[] twoBefore = new int[word.length() + 1];
        int[] before = new int[word.length() + 1];
        int[] row = new int[word.length() + 1];
        for (int j = 1; j <= word.length(); j++) {
            before[j] = NEVER;
        }
        for (int i = 1; i <= letters.length(); i++) {
            char c = letters.charAt(i - 1);
            int left = i == 1 || isDigit(c) ? NEVER : 1;
            row[0] = before[0] + left;
            for (int j = 1; j <= word.length(); j++) {
                char d = word.charAt(j - 1);
                int added = isDigit(d) ? NEVER : 1;
                int exchanged = before[j - 1] + (c == d ? 0 : Math.max(left, added));
                row[j] = Math.min(exchanged, Math.min(before[j] + left, row[j - 1] + added));
                if (i > 1 && j > 1 && c == word.charAt(j - 2) && letters.charAt(i - 2) == d) {
                    row[j] = Math.min(row[j], twoBefore[j - 2] + 1);
                }
            }
            int[] free = twoBefore;
            twoBefore = before;
            before = row;
            row = free;
        }
        return before[word.length()] <= edits;
    }

    private static boolean isDigit(char c) {
        return Character.isDigit(c);
    }
}
