package com.wecomesb.rule.condition;

import com.wecomesb.rule.Normalizer;

/** Brings the characters of a regular expression to the form that texts are matched in: 訂單：becomes 订单:. */
final class PatternText {

    private static final String SPECIAL = "\\.+*?()|[]{}^$-&";

    private PatternText() {}

    /** ASCII stays as it is: there it is the language of regular expressions itself. */
    static String normalize(String written) {
        StringBuilder normalized = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            String form = c < 0x80 || Character.isSurrogate(c)
                    ? ""
                    : Normalizer.latin(Normalizer.normalizeKeepingCase(String.valueOf(c)));
            if (form.length() != 1) {
                normalized.append(c);
            } else if (SPECIAL.contains(form)) {
                normalized.append('\\').append(form);
            } else {
                normalized.append(form);
            }
        }
        return normalized.toString();
    }
}
