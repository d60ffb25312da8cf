package com.wecomesb.rule;

import com.hankcs.hanlp.HanLP;
import com.ibm.icu.text.Normalizer2;

/**
 * The forms that text is matched in. Width, case, traditional characters and invisible characters make no difference;
 * the original is never changed.
 */
public final class Normalizer {

    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();

    private Normalizer() {}

    /** For keywords: NFKC with case folding (which drops invisible characters), traditional to simplified, trimmed. */
    public static String normalize(String text) {
        return simplified(FOLDED.normalize(text)).strip();
    }

    /** For regular expressions, whose groups become values: as above, but upper case stays upper case. */
    public static String normalizeKeepingCase(String text) {
        String visible = text.codePoints()
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return simplified(COMPATIBLE.normalize(visible)).strip();
    }

    private static String simplified(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x2E80) {
                return HanLP.t2s(text);
            }
        }
        return text;
    }
}
