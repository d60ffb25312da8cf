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

    /**
     * {@code rules/returns.yaml:12:5: …}, the form that editors and terminals make clickable; of a spreadsheet its cell,
     * {@code books/售后.xlsx C17:…}.
     */
    @Override
    public String toString() {
        if (line == 0) {
            return file + ": " + message;
        }
        return isSpreadsheet()
                ? file + " " + Cell.name(line, column) + ":" + message
                : file + ":" + line + ":" + column + ": " + message;
    }

    private boolean isSpreadsheet() {
        return file.endsWith(".xlsx") || file.endsWith(".csv");
    }
}
