package com.wecomesb.connector.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of one page, each with the value by which the list is ordered. A list in another order is refused. */
final class ChangedRecords {

    private final ChangesSettings settings;
    private final JsonNode items;
    private final List<Rising> values = new ArrayList<>();

    /** @param ordered whether each record must have a value, and in the order of the settings */
    ChangedRecords(ChangesSettings settings, JsonNode items, boolean ordered) {
        this.settings = settings;
        this.items = items;
        if (ordered) {
            items.forEach(item -> values.add(value(item)));
            checkOrder();
        }
    }

    private Rising value(JsonNode item) {
        return Rising.of(new FieldPath(settings.field()).of(item.path("record")))
                .orElseThrow(() -> new ConnectorFailed(
                        Kind.PERMANENT,
                        "列表里有的记录没有 " + settings.field() + ",或不是时间和数字:请检查 changes-field;系统列不出变化就写 poll: off"));
    }

    private void checkOrder() {
        for (int index = 1; index < values.size(); index++) {
            int step = values.get(index).compareTo(values.get(index - 1));
            if (settings.descending() ? step > 0 : step < 0) {
                throw new ConnectorFailed(
                        Kind.PERMANENT,
                        "列表没有按 " + settings.field() + (settings.descending() ? " 从新到旧" : " 从旧到新")
                                + "排,会漏掉变化:请检查 changes-order、changes-sort-name 和 changes-sort");
            }
        }
    }

    /** Those that changed at a moment or later, as {@code *-changes} answers them. */
    ArrayNode since(@Nullable Rising at) {
        ArrayNode records = JsonNodeFactory.instance.arrayNode();
        for (int index = 0; index < items.size(); index++) {
            if (at == null || values.get(index).compareTo(at) >= 0) {
                records.add(record(items.get(index)));
            }
        }
        return records;
    }

    private ObjectNode record(JsonNode item) {
        JsonNode record = item.path("record");
        String deleted = settings.deletedField();
        ObjectNode changed = JsonNodeFactory.instance
                .objectNode()
                .put("id", item.path("id").asText(""))
                .put("version", new FieldPath(settings.field()).of(record).asText(""))
                .put(
                        "deleted",
                        !deleted.isEmpty() && new FieldPath(deleted).of(record).asBoolean(false));
        return changed.set("record", record);
    }

    int size() {
        return items.size();
    }

    @Nullable
    Rising last() {
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    @Nullable
    Rising greatest() {
        return values.isEmpty() || !settings.descending() ? last() : values.get(0);
    }

    /** Whether a list that is newest first has come to what is older than this. */
    boolean reaches(@Nullable Rising since) {
        Rising last = last();
        return since != null && last != null && last.compareTo(since) < 0;
    }

    /** Whether the first record is this one, changed at this moment. */
    boolean beginsWith(String id, @Nullable Rising at) {
        return !values.isEmpty() && firstId().equals(id) && values.get(0).equals(at);
    }

    String firstId() {
        return id(0);
    }

    String lastId() {
        return id(size() - 1);
    }

    private String id(int index) {
        return items.path(index).path("id").asText("");
    }
}
