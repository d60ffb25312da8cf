package com.wecomesb.document;

/**
 * Something wrong in a file, said so that its author can mend it.
 *
 * @param file the file's path below the routes folder, {@code rules/returns.yaml}
 * @param line 1-based; 0 when the mistake concerns the whole file
 * @param column 1-based; 0 when unknown
 * @param message what is wrong and what to do, without secrets or customers' data
 */
public record Mistake(String file, int line, int column, String message) {

    /** {@code rules/returns.yaml:12:5: …}, the form that editors and terminals make clickable. */
    @Override
    public String toString() {
        return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
    }
}
