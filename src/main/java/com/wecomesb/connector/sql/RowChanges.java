package com.wecomesb.connector.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.sql.RowAccess.Bound;
import com.wecomesb.connector.sql.TableShape.Column;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Follows a table by a column that rises with each change, by the database's own times. Within a run of pages it goes on after
 * (changed, id); a new run begins a little before where the last one ended, because a transaction that took long shows its rows
 * later than their time says. Who asks drops what he knows by (id, version).
 */
final class RowChanges {

    private final RowAccess rows;
    private final TableShape shape;
    private final Column changed;
    private final Column key;
    private final Duration overlap;

    RowChanges(RowAccess rows, TableShape shape, String changed, String key, Duration overlap) {
        this.rows = rows;
        this.shape = shape;
        this.changed = shape.column(changed);
        this.key = shape.column(key);
        this.overlap = overlap;
    }

    /** @param request {@code {"cursor": …, "limit": 100}} */
    ObjectNode since(@Nullable JsonNode request, int largestPage) throws SQLException {
        JsonNode asked = request == null ? JsonNodeFactory.instance.objectNode() : request;
        int limit = Math.min(largestPage, Math.max(1, asked.path("limit").asInt(100)));
        JsonNode cursor = asked.path("cursor");
        ArrayNode found = page(cursor, limit + 1);
        boolean more = found.size() > limit;
        if (more) {
            found.remove(limit);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode records = answer.putArray("records");
        found.forEach(row -> records.addObject()
                .put("id", row.path(name(key)).asText())
                .put("version", row.path(name(changed)).asText())
                .put("deleted", false)
                .set("record", row));
        answer.set("cursor", next(cursor, found, more));
        return answer.put("more", more);
    }

    private ArrayNode page(JsonNode cursor, int rowsWanted) throws SQLException {
        String order = " ORDER BY " + shape.quoted(changed) + ", " + shape.quoted(key);
        List<Bound> parameters = new ArrayList<>();
        String where = " WHERE " + shape.quoted(changed) + " IS NOT NULL";
        if (cursor.hasNonNull("id")) {
            where = " WHERE (" + shape.quoted(changed) + " > ? OR (" + shape.quoted(changed) + " = ? AND "
                    + shape.quoted(key) + " > ?))";
            parameters.add(new Bound(changed, cursor.path("at")));
            parameters.add(new Bound(changed, cursor.path("at")));
            parameters.add(new Bound(key, cursor.path("id")));
        } else if (cursor.hasNonNull("at")) {
            where = " WHERE " + shape.quoted(changed) + " >= ?";
            parameters.add(new Bound(changed, cursor.path("at")));
        }
        return rows.select(where + order, parameters, rowsWanted);
    }

    private JsonNode next(JsonNode cursor, ArrayNode found, boolean more) {
        if (found.isEmpty() && !cursor.hasNonNull("id")) {
            return cursor.isMissingNode() ? JsonNodeFactory.instance.nullNode() : cursor;
        }
        JsonNode last = found.isEmpty()
                ? cursor.path("at")
                : found.get(found.size() - 1).path(name(changed));
        ObjectNode next = JsonNodeFactory.instance.objectNode();
        if (more) {
            next.set("at", last);
            return next.set("id", found.get(found.size() - 1).path(name(key)));
        }
        return next.set("at", earlier(last));
    }

    /** A number is taken as it is: it is no time, and databases give them out at the end of nothing. */
    private JsonNode earlier(JsonNode at) {
        if (!at.isTextual()) {
            return at;
        }
        try {
            String earlier = Cells.hasZone(changed.type(), changed.typeName())
                    ? OffsetDateTime.parse(at.textValue()).minus(overlap).toString()
                    : LocalDateTime.parse(at.textValue()).minus(overlap).toString();
            return JsonNodeFactory.instance.textNode(earlier);
        } catch (DateTimeException noTime) {
            throw new ConnectorFailed(Kind.PERMANENT, "列 " + changed.name() + " 要是时间或数字");
        }
    }

    private static String name(Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}
