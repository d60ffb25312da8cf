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
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Follows a table by a column that rises with each change, by the database's own times. Within a run of pages it goes on after
 * (changed, id); a new run begins a little before where the last one ended, because a transaction that took long shows its rows
 * later than their time says. Who asks drops what he knows by (id, version).
 */
final class RowChanges {

    /** Where a column has no zone nobody knows which one is meant; no clock on earth shows a later time than this one. */
    private static final ZoneOffset FARTHEST_AHEAD = ZoneOffset.ofHours(14);

    private static final ObjectNode FROM_THE_FIRST_TIME = JsonNodeFactory.instance.objectNode();

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
        if (found.isEmpty() && isOfUndated(cursor)) {
            cursor = FROM_THE_FIRST_TIME;
            found = page(cursor, limit + 1);
        }
        boolean more = found.size() > limit;
        if (more) {
            found.remove(limit);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode records = answer.putArray("records");
        found.forEach(row -> records.addObject()
                .put("id", row.path(name(key)).asText())
                .put("version", row.path(name(changed)).asText(""))
                .put("deleted", false)
                .set("record", row));
        if (isOfUndated(cursor)) {
            answer.set("cursor", more ? after(found) : FROM_THE_FIRST_TIME);
            return answer.put("more", true);
        }
        answer.set("cursor", next(cursor, found, more));
        return answer.put("more", more);
    }

    /** Rows that never had a time come before all others, once: nothing tells when one of them changes. */
    private static boolean isOfUndated(JsonNode cursor) {
        return !cursor.isObject() || cursor.hasNonNull("id") && !cursor.hasNonNull("at");
    }

    private ObjectNode after(ArrayNode found) {
        ObjectNode cursor = JsonNodeFactory.instance.objectNode();
        return cursor.set("id", found.get(found.size() - 1).path(name(key)));
    }

    private ArrayNode page(JsonNode cursor, int rowsWanted) throws SQLException {
        String order = " ORDER BY " + shape.quoted(changed) + ", " + shape.quoted(key);
        List<Bound> parameters = new ArrayList<>();
        String where = " WHERE " + shape.quoted(changed) + " IS NOT NULL";
        if (isOfUndated(cursor)) {
            where = " WHERE " + shape.quoted(changed) + " IS NULL";
            if (cursor.hasNonNull("id")) {
                where += " AND " + shape.quoted(key) + " > ?";
                parameters.add(new Bound(key, cursor.path("id")));
            }
        } else if (cursor.hasNonNull("id")) {
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

    private JsonNode next(JsonNode cursor, ArrayNode found, boolean more) throws SQLException {
        if (found.isEmpty() && !cursor.hasNonNull("id")) {
            return cursor;
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
    private JsonNode earlier(JsonNode at) throws SQLException {
        if (!at.isTextual()) {
            return at;
        }
        try {
            Instant now = rows.now();
            String earlier = Cells.hasZone(changed.type(), changed.typeName())
                    ? first(
                                    OffsetDateTime.parse(at.textValue()),
                                    now.atOffset(ZoneOffset.UTC),
                                    OffsetDateTime.timeLineOrder())
                            .minus(overlap)
                            .toString()
                    : first(
                                    LocalDateTime.parse(at.textValue()),
                                    LocalDateTime.ofInstant(now, FARTHEST_AHEAD),
                                    Comparator.naturalOrder())
                            .minus(overlap)
                            .toString();
            return JsonNodeFactory.instance.textNode(earlier);
        } catch (DateTimeException noTime) {
            throw new ConnectorFailed(Kind.PERMANENT, "列 " + changed.name() + " 要是时间或数字");
        }
    }

    /** A row whose time is yet to come, from a clock that goes wrong, must not hide what changes until then. */
    private static <T> T first(T last, T now, Comparator<? super T> order) {
        return order.compare(last, now) < 0 ? last : now;
    }

    private static String name(Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}
