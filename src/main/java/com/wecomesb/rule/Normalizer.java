package com.wecomesb.rule;

import com.ibm.icu.text.Normalizer2;

/**
 * The forms that text is matched in. Width, case, traditional characters and invisible characters make no difference;
 * the original is never changed. Characters are normalised one by one, so a term occurs in a normalised text wherever it
 * stood in the original.
 */
public final class Normalizer {

    private static final NormalForm FOLDED = new NormalForm(Normalizer2.getNFKCCasefoldInstance());
    private static final NormalForm WITH_CASE = new NormalForm(Normalizer2.getNFKCInstance());

    private Normalizer() {}

    /** For keywords: NFKC with case folding, traditional to simplified, invisible characters removed. */
    public static String normalize(String text) {
        return FOLDED.of(text);
    }

    /** For regular expressions, whose groups become values: as above, but upper case stays upper case. */
    public static String normalizeKeepingCase(String text) {
        return WITH_CASE.of(text);
    }
}
