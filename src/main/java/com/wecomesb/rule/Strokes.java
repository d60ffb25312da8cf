package com.wecomesb.rule;

import com.ibm.icu.lang.UCharacter;
import java.util.function.IntPredicate;

/** What is put over, through or around letters so that a machine does not read them, and what is no character at all. */
final class Strokes {

    /** So many marks in a row are in order in any language (Unicode's stream-safe text); ordering more takes long. */
    private static final int MOST_MARKS = 30;

    private Strokes() {}

    /** Noncharacters of the basic plane. */
    static boolean isNothing(int point) {
        return point == 0xFFFE || point == 0xFFFF || (point >= 0xFDD0 && point <= 0xFDEF);
    }

    /** Combining marks of no particular script. Those that make another letter with their own are left to ICU before. */
    static boolean isMark(int point) {
        return (point >= 0x0300 && point <= 0x036F)
                || (point >= 0x1AB0 && point <= 0x1AFF)
                || (point >= 0x1DC0 && point <= 0x1DFF)
                || (point >= 0x20D0 && point <= 0x20FF)
                || (point >= 0xFE20 && point <= 0xFE2F);
    }

    /** Without invisible characters, halves of characters, noncharacters, circles around letters, and towers of marks. */
    static String without(String text, IntPredicate invisible) {
        StringBuilder visible = new StringBuilder(text.length());
        int marks = 0;
        for (int at = 0; at < text.length(); at++) {
            int point = text.codePointAt(at);
            at += point > Character.MAX_VALUE ? 1 : 0;
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            if (half || isNothing(point) || invisible.test(point) || isCircle(point)) {
                continue;
            }
            marks = UCharacter.getCombiningClass(point) == 0 ? 0 : marks + 1;
            if (marks <= MOST_MARKS) {
                visible.appendCodePoint(point);
            }
        }
        return visible.toString();
    }

    private static boolean isCircle(int point) {
        return isMark(point) && UCharacter.getCombiningClass(point) == 0;
    }

    /** Without the marks that made no other letter. */
    static String withoutMarks(String composed) {
        if (composed.chars().noneMatch(Strokes::isMark)) {
            return composed;
        }
        StringBuilder plain = new StringBuilder(composed.length());
        composed.chars().filter(c -> !isMark(c)).forEach(c -> plain.append((char) c));
        return plain.toString();
    }
}
