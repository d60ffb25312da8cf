package com.wecomesb.connector.sql;

import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as its database describes it. Names that come from files are looked up here and then written as the database has them,
 * in quotes, so that none of them can be anything but a name.
 */
record TableShape(String quotedName, String quote, Map<String, Column> columns) {

    /** @param type of {@link java.sql.Types} */
    record Column(String name, int type, String typeName) {}

    /** Throws {@link ConnectorFailed} when the database has no such table, or two. */
    static TableShape read(Connection connection, String name) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        String quote = metadata.getIdentifierQuoteString();
        String[] parts = name.split("\\.", 2);
        String schema = parts.length == 2 ? parts[0] : connection.getSchema();
        Found found = find(metadata, connection.getCatalog(), schema, parts[parts.length - 1]);
        if (found == null) {
            throw new ConnectorFailed(Kind.PERMANENT, "数据库里没有表 " + name);
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        try (ResultSet rows = metadata.getColumns(
                connection.getCatalog(), escaped(metadata, found.schema()), escaped(metadata, found.table()), "%")) {
            while (rows.next()) {
                Column column = new Column(
                        rows.getString("COLUMN_NAME"), rows.getInt("DATA_TYPE"), rows.getString("TYPE_NAME"));
                columns.put(loose(column.name()), column);
            }
        }
        String quotedSchema = found.schema() == null ? "" : quoted(quote, found.schema()) + ".";
        return new TableShape(quotedSchema + quoted(quote, found.table()), quote, columns);
    }

    private record Found(@Nullable String schema, String table) {}

    private static @Nullable Found find(
            DatabaseMetaData metadata, @Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        try (ResultSet rows = metadata.getTables(catalog, null, "%", new String[] {"TABLE", "BASE TABLE", "VIEW"})) {
            while (rows.next()) {
                String inSchema = rows.getString("TABLE_SCHEM");
                boolean here =
                        schema == null || inSchema == null || loose(inSchema).equals(loose(schema));
                if (here && loose(rows.getString("TABLE_NAME")).equals(loose(table))) {
                    return new Found(inSchema, rows.getString("TABLE_NAME"));
                }
            }
            return null;
        }
    }

    private static @Nullable String escaped(DatabaseMetaData metadata, @Nullable String name) throws SQLException {
        String escape = metadata.getSearchStringEscape();
        return name == null ? null : name.replace("_", escape + "_").replace("%", escape + "%");
    }

    /** Throws {@link ConnectorFailed} when the table has no such column. */
    Column column(String name) {
        Column column = columns.get(loose(name));
        if (column == null) {
            throw new ShapeUnfit("表 " + quotedName + " 没有列 " + shortened(name) + ",请检查映射和设置");
        }
        return column;
    }

    boolean has(String name) {
        return columns.containsKey(loose(name));
    }

    Collection<Column> all() {
        return columns.values();
    }

    String quoted(Column column) {
        return quoted(quote, column.name());
    }

    private static String quoted(String quote, String name) {
        return quote + name.replace(quote, quote + quote) + quote;
    }

    private static String shortened(String name) {
        return name.matches("[\\p{L}\\w-]{1,60}") ? name : "…";
    }

    private static String loose(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
