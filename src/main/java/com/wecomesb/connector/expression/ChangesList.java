package com.wecomesb.connector.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.wecomesb.connector.expression.ChangesSettings.Paging;
import java.util.Optional;

/**
 * Follows a list of records that is ordered by a field that rises with each change. Upwards it goes on from the last value that
 * it saw, and by page only where one moment fills a page; downwards and by the answer's own cursor it reads to where the last
 * reading began. In both a record that moves while it is read is seen twice rather than not at all. The cursor holds the
 * system's own values only.
 */
final class ChangesList {

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
            case OFFSET -> query.put(settings.pageName(), skip - settings.readAgain(skip));
            case CURSOR, FEED -> put(query, settings.pageName(), cursor.path("next"));
        }
        return query;
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
        NextReading reading = new NextReading(settings, cursor, page, since);
        ObjectNode next = switch (paging) {
            case CURSOR -> reading.byCursor(new NextCursor(settings, data, whole));
            case FEED -> reading.fed(new NextCursor(settings, data, whole));
            case PAGE, OFFSET -> settings.descending() ? reading.downwards() : reading.upwards(size(asked));
        };
        answer.put("more", next.remove("more").asBoolean());
        answer.set("cursor", next);
        return answer;
    }
}
