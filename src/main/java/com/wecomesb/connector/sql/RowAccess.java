package com.wecomesb.connector.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.sql.TableShape.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The statements about one table, within a transaction. */
final class RowAccess {

    private final Connection connection;
    private final TableShape shape;
    private final Duration timeout;

    RowAccess(Connection connection, TableShape shape, Duration timeout) {
        this.connection = connection;
        this.shape = shape;
        this.timeout = timeout;
    }

    /** A column and its value in a statement. */
    record Bound(Column column, JsonNode value) {}

    ArrayNode find(JsonNode where, int atMost) throws SQLException {
        List<Bound> criteria = bound("where", where);
        if (criteria.isEmpty()) {
            throw new ConnectorFailed(Kind.PERMANENT, "没有查找条件");
        }
        List<Bound> parameters =
                criteria.stream().filter(part -> !part.value().isNull()).toList();
        return select(" WHERE " + conditions(criteria), parameters, atMost);
    }

    ArrayNode select(String rest, List<Bound> parameters, int atMost) throws SQLException {
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        String sql = "SELECT " + names(List.copyOf(shape.all())) + " FROM " + shape.quotedName() + rest;
        try (PreparedStatement statement = prepared(sql, parameters)) {
            statement.setMaxRows(atMost);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(Cells.row(rows));
                }
            }
        }
        return found;
    }

    /** By the database's clock; asked of a table that has rows, because not every database knows a statement without one. */
    Instant now() throws SQLException {
        try (PreparedStatement statement = prepared("SELECT CURRENT_TIMESTAMP FROM " + shape.quotedName(), List.of())) {
            statement.setMaxRows(1);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getTimestamp(1).toInstant() : Instant.now();
            }
        }
    }

    /**
     * The row that {@code where} names has the values then; two such rows are for people to merge.
     *
     * @param insert what a row is made with that is not there; null when it has to be
     * @param id the column of the rows' own id, which is the database's to give and not written; empty for none
     */
    ObjectNode upsert(JsonNode where, JsonNode values, JsonNode insert, String id) throws SQLException {
        List<Bound> key = bound("where", where);
        if (key.isEmpty() || key.stream().anyMatch(part -> part.value().isNull())) {
            throw new ConnectorFailed(Kind.PERMANENT, "不知道写哪一行:where 没有值");
        }
        List<Bound> written = written("values", values, key, id);
        if (update(key, written) == 0) {
            if (insert.isNull()) {
                throw new ConnectorFailed(Kind.PERMANENT, "认出过的那一行已经不在表里了");
            }
            insert(key, written("insert", insert, key, id), written);
        }
        ArrayNode found = find(where, 2);
        if (found.size() != 1) {
            throw new ConnectorFailed(Kind.PERMANENT, found.isEmpty() ? "写入后读不到这一行" : "表里有两行以上对应同一个编号,请合并");
        }
        return (ObjectNode) found.get(0);
    }

    /** A column that is not there need not be emptied. */
    private List<Bound> written(String option, JsonNode values, List<Bound> key, String id) {
        JsonNode known = values.deepCopy();
        known.properties().removeIf(value -> value.getValue().isNull() && !shape.has(value.getKey()));
        return bound(option, known).stream()
                .filter(value -> !value.column().name().equalsIgnoreCase(id))
                .filter(value -> key.stream().noneMatch(part -> part.column().equals(value.column())))
                .toList();
    }

    private int update(List<Bound> key, List<Bound> written) throws SQLException {
        if (written.isEmpty()) {
            return select(" WHERE " + conditions(key), key, 2).size();
        }
        String assignments = written.stream()
                .map(value -> shape.quoted(value.column()) + " = ?")
                .collect(Collectors.joining(", "));
        List<Bound> parameters = new ArrayList<>(written);
        parameters.addAll(key);
        String sql = "UPDATE " + shape.quotedName() + " SET " + assignments + " WHERE " + conditions(key);
        try (PreparedStatement statement = prepared(sql, parameters)) {
            int rows = statement.executeUpdate();
            if (rows > 1) {
                throw new ConnectorFailed(Kind.PERMANENT, "表里有两行以上对应同一个编号,请合并");
            }
            return rows;
        }
    }

    /** Or updates, when somebody else has made the row between the two statements. */
    private void insert(List<Bound> key, List<Bound> first, List<Bound> otherwise) throws SQLException {
        List<Bound> all = new ArrayList<>(key);
        all.addAll(first);
        String places = all.stream().map(value -> "?").collect(Collectors.joining(", "));
        String names = names(all.stream().map(Bound::column).toList());
        // PostgreSQL takes nothing more after a failure unless it can go back to before it.
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement statement =
                prepared("INSERT INTO " + shape.quotedName() + " (" + names + ") VALUES (" + places + ")", all)) {
            statement.executeUpdate();
        } catch (SQLException failed) {
            connection.rollback(before);
            if (!SqlFailures.UNIQUE_VIOLATION.equals(failed.getSQLState()) || update(key, otherwise) == 0) {
                throw failed;
            }
        }
    }

    private PreparedStatement prepared(String sql, List<Bound> parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            statement.setQueryTimeout((int) Math.max(1, timeout.toSeconds()));
            int place = 1;
            for (Bound parameter : parameters) {
                Cells.write(statement, place++, parameter.column(), parameter.value());
            }
            return statement;
        } catch (SQLException | RuntimeException failed) {
            statement.close();
            throw failed;
        }
    }

    private String conditions(List<Bound> criteria) {
        return criteria.stream()
                .map(part -> shape.quoted(part.column()) + (part.value().isNull() ? " IS NULL" : " = ?"))
                .collect(Collectors.joining(" AND "));
    }

    private String names(List<Column> columns) {
        return columns.stream().map(shape::quoted).collect(Collectors.joining(", "));
    }

    List<Bound> bound(String option, JsonNode object) {
        if (!object.isObject()) {
            throw new ConnectorFailed(Kind.PERMANENT, "参数 " + option + " 要得出一个对象");
        }
        return object.properties().stream()
                .map(member -> new Bound(shape.column(member.getKey()), member.getValue()))
                .toList();
    }
}
