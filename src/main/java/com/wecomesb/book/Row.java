package com.wecomesb.book;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A row of a reply book.
 *
 * @param line 1-based, as the spreadsheet counts it
 * @param cells the canonical text of the kept columns; every one is there, empty where nothing is written
 */
public record Row(int line, Map<Column, String> cells) {

    public Row {
        Map<Column, String> complete = new EnumMap<>(Column.class);
        for (Column column : Column.kept()) {
            complete.put(column, column.canonical(cells.getOrDefault(column, "")));
        }
        cells = Collections.unmodifiableMap(complete);
    }

    public String get(Column column) {
        return cells.getOrDefault(column, "");
    }

    public String number() {
        return get(Column.NUMBER);
    }

    public boolean isEnabled() {
        return !get(Column.ENABLED).equals(Words.NO);
    }

    /** Whether it says the same, wherever it stands. */
    boolean saysTheSameAs(Row other) {
        return cells.equals(other.cells);
    }

    Row with(Column column, String text) {
        Map<Column, String> changed = new EnumMap<>(cells);
        changed.put(column, text);
        return new Row(line, changed);
    }

    /** Without what is written: it may be a customer's. */
    @Override
    public String toString() {
        return "Row[" + number() + "]";
    }
}
