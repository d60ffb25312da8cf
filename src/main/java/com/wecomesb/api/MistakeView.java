package com.wecomesb.api;

import com.wecomesb.document.Mistake;

/**
 * Something wrong in a file.
 *
 * @param line 1-based; 0 for the whole file
 * @param column 1-based; 0 when unknown
 * @param text all of it in one line, {@code file:line:column: message}
 */
record MistakeView(String file, int line, int column, String message, String text) {

    static MistakeView of(Mistake mistake) {
        return new MistakeView(mistake.file(), mistake.line(), mistake.column(), mistake.message(), mistake.toString());
    }
}
