package com.wecomesb.book;

import java.util.List;

/**
 * Cells as texts.
 *
 * @param name of the sheet within its workbook; empty for a file that is one sheet
 * @param rows from the first row on, blank ones too, so that a row's place tells its number
 */
record Sheet(String name, List<List<String>> rows) {

    Sheet {
        rows = List.copyOf(rows);
    }

    boolean isBlank() {
        return rows.stream().allMatch(Sheet::isBlank);
    }

    static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    /** Without what is written: it may be a customer's. */
    @Override
    public String toString() {
        return "Sheet[" + rows.size() + " rows]";
    }
}
