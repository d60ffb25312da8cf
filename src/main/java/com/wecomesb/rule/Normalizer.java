package com.wecomesb.rule;

import com.ibm.icu.text.Normalizer2;
import java.util.function.UnaryOperator;

/**
 * The forms that text is matched in. Width, case, traditional and invisible characters, letters that look like Latin ones
 * and marks put over or through letters make no difference; the original is never changed. Characters are normalised one
 * by one, so a term occurs in a normalised text wherever it stood in the original.
 */
public final class Normalizer {

    private static final NormalForm FOLDED = new NormalForm(Normalizer2.getNFKCCasefoldInstance(), LookAlikes::latin);
    private static final NormalForm WITH_CASE = new NormalForm(Normalizer2.getNFKCInstance(), UnaryOperator.identity());

    private Normalizer() {}

    /** For keywords: NFKC with case folding, traditional to simplified, look-alikes as Latin letters. */
    public static String normalize(String text) {
        return FOLDED.of(text);
    }

    /** For regular expressions, whose groups become values: upper case stays upper case, and Cyrillic stays Cyrillic. */
    public static String normalizeKeepingCase(String text) {
        return WITH_CASE.of(text);
    }

    /** Letters that look like Latin ones as these, each in its place: the result is as long as the text. */
    public static String latin(String text) {
        return LookAlikes.latin(text);
    }
}
