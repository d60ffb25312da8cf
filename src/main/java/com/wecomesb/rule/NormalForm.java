package com.wecomesb.rule;

import com.hankcs.hanlp.HanLP;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.function.UnaryOperator;

/**
 * One of ICU's normal forms, then traditional to simplified, without invisible characters, lone halves of characters and
 * marks that are put over or through letters. What most messages consist of is looked up in a table of single characters;
 * only a text with others (combining marks, ligatures) takes ICU's way.
 */
final class NormalForm {

    /** The table's mark for characters that do not stand for themselves alone. */
    private static final char COMPLEX = 0;

    /** The table's mark for characters that are left out; as a half of a character it is not in the table itself. */
    private static final char REMOVED = Character.MAX_SURROGATE;

    private final Normalizer2 form;
    private final UnaryOperator<String> last;
    private final char[] table = new char[Character.MAX_VALUE + 1];

    /** @param last what is done to each single character at the end; it keeps the length */
    NormalForm(Normalizer2 form, UnaryOperator<String> last) {
        this.form = form;
        this.last = last;
        for (int c = 1; c <= Character.MAX_VALUE; c++) {
            if (Strokes.isNothing(c)) {
                table[c] = REMOVED;
            } else if (!Character.isSurrogate((char) c) && !Strokes.isMark(c) && form.hasBoundaryBefore(c)) {
                table[c] = single((char) c);
            }
        }
    }

    private char single(char c) {
        if (isInvisible(c)) {
            return REMOVED;
        }
        String normal = form.normalize(String.valueOf(c));
        return normal.length() == 1 ? last.apply(simplified(normal)).charAt(0) : COMPLEX;
    }

    /** Character by character: what a phrase would turn it into would depend on where a text was cut. */
    private static String simplified(String c) {
        if (!Character.isIdeographic(c.charAt(0))) {
            return c;
        }
        String simplified = HanLP.convertToSimplifiedChinese(c);
        boolean further = simplified.length() == 1 && !simplified.equals(c);
        return further ? simplified(simplified) : c;
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
            char c = text.charAt(i);
            char mapped = table[c];
            if (mapped == COMPLEX) {
                int point = text.codePointAt(i);
                if (point <= Character.MAX_VALUE || !standsForItself(point)) {
                    return complex(text);
                }
                normal.appendCodePoint(point);
                i++;
            } else if (mapped != REMOVED) {
                normal.append(mapped);
            }
        }
        return normal.toString();
    }

    /** Most emoji. */
    private boolean standsForItself(int point) {
        return form.isInert(point) && !isInvisible(point);
    }

    private String complex(String text) {
        String normal = form.normalize(Strokes.without(text, NormalForm::isInvisible));
        String plain = Strokes.withoutMarks(normal);
        StringBuilder single = new StringBuilder(plain.equals(normal) ? normal : form.normalize(plain));
        for (int i = 0; i < single.length(); i++) {
            char mapped = table[single.charAt(i)];
            if (mapped != COMPLEX && mapped != REMOVED) {
                single.setCharAt(i, mapped);
            }
        }
        return single.toString();
    }
}
