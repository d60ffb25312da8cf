package com.wecomesb.connector.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.sql.TableShape.Column;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;

/** Values between JSON and columns. Times are ISO 8601, with their offset where the column has one. */
final class Cells {

    private Cells() {}

    static ObjectNode row(ResultSet rows) throws SQLException {
        ResultSetMetaData metadata = rows.getMetaData();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int column = 1; column <= metadata.getColumnCount(); column++) {
            String name = metadata.getColumnLabel(column).toLowerCase(Locale.ROOT);
            row.set(name, read(rows, column, metadata.getColumnType(column), metadata.getColumnTypeName(column)));
        }
        return row;
    }

    private static JsonNode read(ResultSet rows, int column, int type, String typeName) throws SQLException {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Object value = rows.getObject(column);
        if (value == null || value instanceof Number number && !Double.isFinite(number.doubleValue())) {
            // NaN and the infinities are no numbers in JSON.
            return nodes.nullNode();
        }
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> nodes.numberNode(rows.getLong(column));
            case Types.NUMERIC, Types.DECIMAL -> nodes.numberNode(rows.getBigDecimal(column));
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> nodes.numberNode(rows.getDouble(column));
            case Types.BOOLEAN, Types.BIT -> nodes.booleanNode(rows.getBoolean(column));
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                nodes.textNode(
                        hasZone(type, typeName)
                                ? rows.getObject(column, OffsetDateTime.class).toString()
                                : rows.getObject(column, LocalDateTime.class).toString());
            case Types.DATE ->
                nodes.textNode(rows.getObject(column, LocalDate.class).toString());
            case Types.TIME ->
                nodes.textNode(rows.getObject(column, LocalTime.class).toString());
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                nodes.textNode(Base64.getEncoder().encodeToString(rows.getBytes(column)));
            default -> nodes.textNode(rows.getString(column));
        };
    }

    static boolean hasZone(int type, String typeName) {
        return type == Types.TIMESTAMP_WITH_TIMEZONE
                || typeName.toLowerCase(Locale.ROOT).endsWith("tz");
    }

    /** Throws {@link ConnectorFailed} with the column's name when the value is nothing for it. */
    static void write(PreparedStatement statement, int parameter, Column column, JsonNode value) throws SQLException {
        try {
            statement.setObject(parameter, value.isNull() ? null : converted(column, value), sqlType(column));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException unfit) {
            throw new ConnectorFailed(Kind.PERMANENT, "列 " + column.name() + "(" + column.typeName() + ")放不下这种值,请检查映射");
        }
    }

    private static int sqlType(Column column) {
        // PostgreSQL calls a time with a zone a plain one, and uuid or json something else.
        return column.type() == Types.TIMESTAMP && hasZone(column.type(), column.typeName())
                ? Types.TIMESTAMP_WITH_TIMEZONE
                : column.type();
    }

    private static Object converted(Column column, JsonNode value) {
        String text = value.isContainerNode() ? value.toString() : value.asText();
        return switch (column.type()) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> new BigDecimal(text).longValueExact();
            case Types.NUMERIC, Types.DECIMAL -> new BigDecimal(text);
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> Double.valueOf(text);
            case Types.BOOLEAN, Types.BIT -> truth(text);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                hasZone(column.type(), column.typeName()) ? OffsetDateTime.parse(text) : LocalDateTime.parse(text);
            case Types.DATE -> LocalDate.parse(text);
            case Types.TIME -> LocalTime.parse(text);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                Base64.getDecoder().decode(text);
            default -> text;
        };
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }
}
