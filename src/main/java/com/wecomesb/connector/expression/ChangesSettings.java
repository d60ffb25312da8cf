package com.wecomesb.connector.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import java.time.Duration;

/** How a system lists what changed, by the {@code changes…} settings of its connector; what is not set has its usual value. */
record ChangesSettings(JsonNode config) {

    /** How the next page is asked for. */
    enum Paging {
        PAGE,
        OFFSET,
        /** By what the answer names, within one reading. */
        CURSOR,
        /** By what the answer names, for ever. */
        FEED
    }

    /** The field of a record that rises with each change. */
    String field() {
        return text("changesField", "updatedAt");
    }

    boolean descending() {
        return text("changesOrder", "ascending").equals("descending");
    }

    Paging paging() {
        return switch (text("changesPaging", "page")) {
            case "page" -> Paging.PAGE;
            case "offset" -> Paging.OFFSET;
            case "cursor" -> Paging.CURSOR;
            case "feed" -> Paging.FEED;
            default -> throw new ConnectorFailed(Kind.PERMANENT, "changes-paging 只能是 page、offset、cursor 或 feed");
        };
    }

    /** What a parameter is called; empty where it is not sent. */
    String name(String setting) {
        return text(setting, "");
    }

    String pageName() {
        return text(
                "changesPageName",
                switch (paging()) {
                    case PAGE -> "page";
                    case OFFSET -> "offset";
                    case CURSOR, FEED -> "cursor";
                });
    }

    String sort() {
        return text("changesSort", (descending() ? "-" : "") + field());
    }

    /** Whether the system leaves out what changed at the very moment that it is asked for. */
    boolean after() {
        return text("changesSinceMeans", "from").equals("after");
    }

    int firstPage() {
        return number("changesFirstPage", 1);
    }

    int pageSize(int wanted) {
        return Math.max(2, Math.min(number("changesLimit", 100), wanted));
    }

    Duration overlap() {
        return Duration.ofSeconds(number("changesOverlap", 60));
    }

    /** How many records of the last page are read again: whether they are still the same tells whether the list has moved. */
    int readAgain(int skip) {
        return paging() == Paging.OFFSET && !descending() && skip > 0 ? 1 : 0;
    }

    FieldPath next() {
        return new FieldPath(text("nextField", "next"));
    }

    FieldPath more() {
        return new FieldPath(text("moreField", ""));
    }

    String deletedField() {
        return text("deletedField", "");
    }

    private String text(String name, String otherwise) {
        return config.path(name).asText(otherwise);
    }

    private int number(String name, int otherwise) {
        String text = text(name, "");
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}
