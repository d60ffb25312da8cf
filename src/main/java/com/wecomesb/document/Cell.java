package com.wecomesb.document;

/** How spreadsheet programs name a cell. */
public final class Cell {

    private static final int LETTERS = 26;

    private Cell() {}

    /**
     * {@code C17}.
     *
     * @param row 1-based
     * @param column 1-based; 0 names the whole row, {@code 17}
     */
    public static String name(int row, int column) {
        return column(column) + row;
    }

    /** {@code C} for 3, {@code AA} for 27. */
    public static String column(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }
}
