package com.wecomesb.database;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Rows that are added to a table in one statement, a column at a time; a row whose key is there already is passed over.
 * On PostgreSQL a row costs a third of what it costs as one of a JDBC batch.
 */
public final class NewRows {

    private final String sql;
    private final int columns;

    private NewRows(String sql, int columns) {
        this.sql = sql;
        this.columns = columns;
    }

    /**
     * Prepares the statement.
     *
     * @param columns {@code name}, or with a type that is no text {@code gone BOOLEAN}
     */
    public static NewRows of(String table, String... columns) {
        String names =
                Arrays.stream(columns).map(column -> column.split(" ", 2)[0]).collect(Collectors.joining(", "));
        String values = Arrays.stream(columns)
                .map(column -> column.split(" ", 2))
                .map(column -> column.length == 1 ? "r." + column[0] : "CAST(r." + column[0] + " AS " + column[1] + ")")
                .collect(Collectors.joining(", "));
        String arrays = String.join(", ", Collections.nCopies(columns.length, "CAST(? AS VARCHAR ARRAY)"));
        return new NewRows(
                "INSERT INTO " + table + " (" + names + ") SELECT " + values + " FROM UNNEST(" + arrays + ") AS r("
                        + names + ") ON CONFLICT DO NOTHING",
                columns.length);
    }

    /**
     * Adds them in their order, of rows with the same key the first.
     *
     * @param rows a value for each column, as text where it is none; may be empty
     * @return how many were not there
     */
    public int add(JdbcTemplate jdbc, List<@Nullable Object[]> rows) {
        return rows.isEmpty()
                ? 0
                : jdbc.update(
                        sql,
                        IntStream.range(0, columns)
                                .mapToObj(column -> column(rows, column))
                                .toArray());
    }

    private static SqlArrayValue column(List<@Nullable Object[]> rows, int column) {
        @Nullable String[] values = new String[rows.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = rows.get(i)[column];
            values[i] = value == null ? null : value.toString();
        }
        return new SqlArrayValue("varchar", (Object[]) values);
    }
}
