package com.wecomesb.rule;

import com.hankcs.hanlp.HanLP;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/**
 * One of ICU's normal forms, then traditional to simplified, without invisible characters. What most messages consist of
 * is looked up in a table of single characters; only a text with others (emoji, combining marks) takes ICU's way.
 */
final class NormalForm {

    /** The table's mark for characters that do not stand for themselves alone. */
    private static final char COMPLEX = 0;

    private static final char REMOVED = Character.MAX_VALUE;

    private final Normalizer2 form;
    private final char[] table = new char[Character.MAX_VALUE + 1];

    NormalForm(Normalizer2 form) {
        this.form = form;
        for (int c = 1; c < Character.MAX_VALUE; c++) {
            if (!Character.isSurrogate((char) c) && form.hasBoundaryBefore(c)) {
                table[c] = single((char) c);
            }
        }
    }

    private char single(char c) {
        if (isInvisible(c)) {
            return REMOVED;
        }
        String normal = form.normalize(String.valueOf(c));
        return normal.length() == 1 ? simplified(normal.charAt(0)) : COMPLEX;
    }

    /** Character by character: what a phrase would turn it into would depend on where a text was cut. */
    private static char simplified(char c) {
        if (!Character.isIdeographic(c)) {
            return c;
        }
        String simplified = HanLP.convertToSimplifiedChinese(String.valueOf(c));
        boolean further = simplified.length() == 1 && simplified.charAt(0) != c;
        return further ? simplified(simplified.charAt(0)) : c;
    }

    private static boolean isInvisible(int point) {
        return UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (table[c] != c) {
                return from(text, i);
            }
        }
        return text;
    }

    private String from(String text, int unchanged) {
        StringBuilder normal = new StringBuilder(text.length()).append(text, 0, unchanged);
        for (int i = unchanged; i < text.length(); i++) {
            char mapped = table[text.charAt(i)];
            if (mapped == COMPLEX) {
                return complex(text);
            }
            if (mapped != REMOVED) {
                normal.append(mapped);
            }
        }
        return normal.toString();
    }

    private String complex(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().filter(point -> !isInvisible(point)).forEach(visible::appendCodePoint);
        StringBuilder normal = new StringBuilder(form.normalize(visible));
        for (int i = 0; i < normal.length(); i++) {
            char mapped = table[normal.charAt(i)];
            if (mapped != COMPLEX && mapped != REMOVED) {
                normal.setCharAt(i, mapped);
            }
        }
        return normal.toString();
    }
}
