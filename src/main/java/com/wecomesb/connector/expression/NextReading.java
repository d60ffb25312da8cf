package com.wecomesb.connector.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.expression.ChangesSettings.Paging;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the next page of a list begins, by what the last one held; {@code more} tells whether this reading has come to its end. */
final class NextReading {

    /** So many pages in a row that begin with the same record are one and the same page. */
    private static final int SAME_PAGES = 3;

    private static final String SAME_PAGE = "要下一页,系统总是给同一页:请检查 changes-paging 和 changes-page-name";

    private final ChangesSettings settings;
    private final JsonNode cursor;
    private final ChangedRecords page;
    private final @Nullable Rising since;
    private final int skip;

    /**
     * @param cursor of the request that was answered
     * @param since where this reading began
     */
    NextReading(ChangesSettings settings, JsonNode cursor, ChangedRecords page, @Nullable Rising since) {
        this.settings = settings;
        this.cursor = cursor;
        this.page = page;
        this.since = since;
        this.skip = cursor.path("skip").asInt(0);
    }

    /** The next page begins at the last value of this one; while nothing but that value comes, at the next page of it. */
    ObjectNode upwards(int size) {
        if (settings.readAgain(skip) > 0 && !page.beginsWith(cursor.path("last").asText(), since)) {
            return anew();
        }
        Rising last = page.last();
        if (last == null) {
            return ended(cursor.path("newest")).put("size", largest());
        }
        if (since == null || last.compareTo(since) > 0) {
            ObjectNode next = going(last.written());
            next.set("at", last.written());
            return next.put("size", largest());
        }
        if (!isFull(size)) {
            return ended(cursor.has("newest") ? cursor.path("newest") : last.written())
                    .put("size", largest());
        }
        ObjectNode next = going(cursor.path("newest")).put("size", largest());
        next.set("at", since.written());
        return onward(next);
    }

    private int largest() {
        return Math.max(cursor.path("size").asInt(0), page.size());
    }

    /** A system may give less than it is asked for: a page that is as long as the longest so far may be full. */
    private boolean isFull(int size) {
        return page.size() > 1
                && page.size() >= Math.min(size, cursor.path("size").asInt(0));
    }

    /** The list is newest first: the first page says where the next reading begins, older ones follow until they are known. */
    ObjectNode downwards() {
        JsonNode newest = newest(skip == 0);
        if (page.last() == null || page.reaches(since)) {
            return ended(newest);
        }
        ObjectNode next = going(newest);
        if (since != null) {
            next.set("at", since.written());
        }
        return onward(next);
    }

    /** The answer names the next page of this reading. */
    ObjectNode byCursor(NextCursor next) {
        JsonNode following = next.cursor();
        boolean more = next.hasMore();
        if (more && following.equals(cursor.path("next"))) {
            throw new ConnectorFailed(Kind.PERMANENT, "系统给的下一页游标没有前进,请检查 changes-page-name 和 next-field");
        }
        boolean first = cursor.path("next").isMissingNode();
        JsonNode newest = newest(first || !settings.descending());
        if (!more || (settings.descending() && page.reaches(since))) {
            return ended(newest);
        }
        ObjectNode state = going(newest);
        if (since != null) {
            state.set("at", since.written());
        }
        return state.set("next", following);
    }

    /** The answer names where all later readings go on. */
    ObjectNode fed(NextCursor next) {
        JsonNode following = next.cursor();
        JsonNode before = cursor.path("next");
        boolean more = next.hasMore() && !following.equals(before) && page.size() > 0;
        JsonNode kept = next.isThere() ? following : before;
        ObjectNode state = JsonNodeFactory.instance.objectNode().put("more", more);
        return kept.isMissingNode() ? state : state.set("next", kept);
    }

    /** The greatest value seen; downwards only the first page counts, for what changes later comes before it. */
    private JsonNode newest(boolean counts) {
        Optional<Rising> before = Rising.of(cursor.path("newest"));
        Rising seen = counts ? page.greatest() : null;
        return seen != null
                        && before.filter(known -> known.compareTo(seen) >= 0).isEmpty()
                ? seen.written()
                : cursor.path("newest");
    }

    /** The record that was read again is another one: one before it has gone to another place, so the moment is read anew. */
    private ObjectNode anew() {
        if (page.beginsWith(cursor.path("first").asText(), since)) {
            throw new ConnectorFailed(Kind.PERMANENT, SAME_PAGE);
        }
        ObjectNode next = going(cursor.path("newest")).put("size", largest());
        return next.set("at", cursor.path("at"));
    }

    private ObjectNode onward(ObjectNode next) {
        boolean repeated = skip > 0
                && settings.readAgain(skip) == 0
                && page.firstId().equals(cursor.path("first").asText());
        int same = repeated ? cursor.path("same").asInt(1) + 1 : 1;
        if (same >= SAME_PAGES) {
            throw new ConnectorFailed(Kind.PERMANENT, SAME_PAGE);
        }
        int read = settings.paging() == Paging.PAGE ? 1 : page.size() - settings.readAgain(skip);
        next.put("skip", skip + read).put("first", page.firstId()).put("last", page.lastId());
        return same > 1 ? next.put("same", same) : next;
    }

    private static ObjectNode ended(JsonNode newest) {
        return state(newest, false);
    }

    private static ObjectNode going(JsonNode newest) {
        return state(newest, true);
    }

    private static ObjectNode state(JsonNode newest, boolean more) {
        ObjectNode state = JsonNodeFactory.instance.objectNode().put("more", more);
        return newest.isMissingNode() || newest.isNull() ? state : state.set("newest", newest);
    }
}
