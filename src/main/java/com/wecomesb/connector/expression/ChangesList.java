package com.wecomesb.connector.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.expression.ChangesSettings.Paging;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows a list of records that is ordered by a field that rises with each change. Upwards it goes on from the last value that
 * it saw, and by page only where one moment fills a page; downwards and by the answer's own cursor it reads to where the last
 * reading began. In both a record that moves while it is read is seen twice rather than not at all. The cursor holds the
 * system's own values only.
 */
final class ChangesList {

    /** So many pages in a row that begin with the same record are one and the same page. */
    private static final int SAME_PAGES = 3;

    private static final String SAME_PAGE = "要下一页,系统总是给同一页:请检查 changes-paging 和 changes-page-name";

    private final ChangesSettings settings;

    ChangesList(JsonNode config) {
        this.settings = new ChangesSettings(config);
    }

    /** The parameters of the next request; {@code asked} is {@code {"cursor": …, "limit": 100}}. */
    JsonNode query(JsonNode asked) {
        JsonNode cursor = asked.path("cursor");
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        Paging paging = settings.paging();
        if (paging != Paging.FEED) {
            since(cursor)
                    .ifPresent(at -> put(
                            query, settings.name("changesSinceName"), (settings.after() ? at.before() : at).written()));
            put(query, settings.name("changesSortName"), TextNode.valueOf(settings.sort()));
        }
        put(query, settings.name("changesLimitName"), JsonNodeFactory.instance.numberNode(size(asked)));
        int skip = cursor.path("skip").asInt(0);
        switch (paging) {
            case PAGE -> query.put(settings.pageName(), settings.firstPage() + skip);
            case OFFSET -> query.put(settings.pageName(), skip - again(skip));
            case CURSOR, FEED -> put(query, settings.pageName(), cursor.path("next"));
        }
        return query;
    }

    /** One record is read again: whether it is still the same tells whether the list has moved. */
    private int again(int skip) {
        return settings.paging() == Paging.OFFSET && !settings.descending() && skip > 0 ? 1 : 0;
    }

    private static void put(ObjectNode query, String name, JsonNode value) {
        if (!name.isEmpty()
                && !value.isMissingNode()
                && !value.isNull()
                && !value.asText("").isEmpty()) {
            query.set(name, value);
        }
    }

    private int size(JsonNode asked) {
        return settings.pageSize(asked.path("limit").asInt(100));
    }

    /** Where this reading begins. */
    private Optional<Rising> since(JsonNode cursor) {
        if (cursor.has("skip") || cursor.has("next")) {
            return Rising.of(cursor.path("at"));
        }
        return Rising.of(cursor.path("at"))
                .or(() -> Rising.of(cursor.path("newest")).map(newest -> newest.earlier(settings.overlap())))
                .or(() -> Rising.of(TextNode.valueOf(settings.name("changesStart"))));
    }

    /**
     * What a page comes to.
     *
     * @param items {@code [{"id": …, "record": …}]}
     * @param data the answer where its list is, beside which the next cursor may stand
     * @param whole the answer
     */
    JsonNode page(JsonNode asked, JsonNode items, JsonNode data, JsonNode whole) {
        JsonNode cursor = asked.path("cursor");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        Paging paging = settings.paging();
        ChangedRecords page = new ChangedRecords(settings, items, paging != Paging.FEED);
        Rising since = paging == Paging.FEED ? null : since(cursor).orElse(null);
        answer.set("records", page.since(since));
        ObjectNode next = switch (paging) {
            case CURSOR, FEED -> byCursor(cursor, page, since, new NextCursor(settings, data, whole));
            case PAGE, OFFSET ->
                settings.descending() ? downwards(cursor, page, since) : upwards(cursor, page, since, size(asked));
        };
        answer.put("more", next.remove("more").asBoolean());
        answer.set("cursor", next);
        return answer;
    }

    /** The next page begins at the last value of this one; while nothing but that value comes, at the next page of it. */
    private ObjectNode upwards(JsonNode cursor, ChangedRecords page, @Nullable Rising at, int size) {
        int skip = cursor.path("skip").asInt(0);
        if (again(skip) > 0 && !page.beginsWith(cursor.path("last").asText(), at)) {
            return again(cursor, page, at);
        }
        Rising last = page.last();
        if (last == null) {
            return ended(cursor.path("newest")).put("size", largest(cursor, page));
        }
        if (at == null || last.compareTo(at) > 0) {
            ObjectNode next = going(last.written());
            next.set("at", last.written());
            return next.put("size", largest(cursor, page));
        }
        if (!isFull(cursor, page, size)) {
            return ended(cursor.has("newest") ? cursor.path("newest") : last.written())
                    .put("size", largest(cursor, page));
        }
        ObjectNode next = going(cursor.path("newest")).put("size", largest(cursor, page));
        next.set("at", at.written());
        return onward(next, cursor, page, skip);
    }

    private static int largest(JsonNode cursor, ChangedRecords page) {
        return Math.max(cursor.path("size").asInt(0), page.size());
    }

    /** A system may give less than it is asked for: a page that is as long as the longest so far may be full. */
    private static boolean isFull(JsonNode cursor, ChangedRecords page, int size) {
        return page.size() > 1
                && page.size() >= Math.min(size, cursor.path("size").asInt(0));
    }

    /** The list is newest first: the first page says where the next reading begins, older ones follow until they are known. */
    private ObjectNode downwards(JsonNode cursor, ChangedRecords page, @Nullable Rising since) {
        int skip = cursor.path("skip").asInt(0);
        JsonNode newest = newest(cursor, page, skip == 0);
        if (page.last() == null || page.reaches(since)) {
            return ended(newest);
        }
        ObjectNode next = going(newest);
        if (since != null) {
            next.set("at", since.written());
        }
        return onward(next, cursor, page, skip);
    }

    private ObjectNode byCursor(JsonNode cursor, ChangedRecords page, @Nullable Rising since, NextCursor next) {
        JsonNode following = next.cursor();
        boolean stands = following.equals(cursor.path("next"));
        boolean more = !following.asText("").isEmpty() && next.hasMore();
        if (settings.paging() == Paging.FEED) {
            JsonNode kept = following.asText("").isEmpty() ? cursor.path("next") : following;
            ObjectNode state = JsonNodeFactory.instance.objectNode().put("more", more && !stands && page.size() > 0);
            return kept.isMissingNode() ? state : state.set("next", kept);
        }
        if (more && stands) {
            throw new ConnectorFailed(Kind.PERMANENT, "系统给的下一页游标没有前进,请检查 changes-page-name 和 next-field");
        }
        boolean first = cursor.path("next").isMissingNode();
        JsonNode newest = newest(cursor, page, first || !settings.descending());
        if (!more || (settings.descending() && page.reaches(since))) {
            return ended(newest);
        }
        ObjectNode state = going(newest);
        if (since != null) {
            state.set("at", since.written());
        }
        return state.set("next", following);
    }

    /** The greatest value seen; downwards only the first page counts, for what changes later comes before it. */
    private static JsonNode newest(JsonNode cursor, ChangedRecords page, boolean counts) {
        Optional<Rising> before = Rising.of(cursor.path("newest"));
        Rising seen = counts ? page.greatest() : null;
        return seen != null
                        && before.filter(known -> known.compareTo(seen) >= 0).isEmpty()
                ? seen.written()
                : cursor.path("newest");
    }

    /** The record that was read again is another one: one before it has gone to another place, so the moment is read anew. */
    private static ObjectNode again(JsonNode cursor, ChangedRecords page, @Nullable Rising at) {
        if (page.beginsWith(cursor.path("first").asText(), at)) {
            throw new ConnectorFailed(Kind.PERMANENT, SAME_PAGE);
        }
        ObjectNode next = going(cursor.path("newest"))
                .put("size", Math.max(cursor.path("size").asInt(0), page.size()));
        return next.set("at", cursor.path("at"));
    }

    private ObjectNode onward(ObjectNode next, JsonNode cursor, ChangedRecords page, int skip) {
        boolean repeated = skip > 0
                && again(skip) == 0
                && page.firstId().equals(cursor.path("first").asText());
        int same = repeated ? cursor.path("same").asInt(1) + 1 : 1;
        if (same >= SAME_PAGES) {
            throw new ConnectorFailed(Kind.PERMANENT, SAME_PAGE);
        }
        int read = settings.paging() == Paging.PAGE ? 1 : page.size() - again(skip);
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
