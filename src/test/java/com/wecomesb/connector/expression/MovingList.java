package com.wecomesb.connector.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A system whose records change while they are listed, many in the same second. */
final class MovingList {

    private final Map<String, Long> changedAt = new TreeMap<>();
    private final boolean descending;
    private final int largestPage;
    private final Random chance;
    private long now = 1_795_000_000L;

    MovingList(int records, boolean descending, int largestPage, long seed) {
        this.descending = descending;
        this.largestPage = largestPage;
        this.chance = new Random(seed);
        for (int record = 0; record < records; record++) {
            changedAt.put("r" + record, now);
            now += chance.nextInt(4) == 0 ? 1 : 0;
        }
    }

    /** Some records change, all in a second that nobody has read yet: what comes later into one is what the overlap is for. */
    void move() {
        now++;
        for (int change = chance.nextInt(6) - 2; change > 0 && !changedAt.isEmpty(); change--) {
            changedAt.put("r" + chance.nextInt(changedAt.size()), now);
        }
    }

    /** What was never read as it is now. */
    Map<String, Long> unseen(Map<String, Long> seen) {
        Map<String, Long> unseen = new HashMap<>(changedAt);
        unseen.entrySet().removeIf(record -> record.getValue().equals(seen.get(record.getKey())));
        return unseen;
    }

    /** {@code {"items": […], "next": …}} */
    JsonNode answer(JsonNode query) {
        Comparator<Map.Entry<String, Long>> order =
                Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey());
        List<Map.Entry<String, Long>> all = changedAt.entrySet().stream()
                .filter(record -> record.getValue() >= query.path("since").asLong(0))
                .sorted(descending ? order.reversed() : order)
                .toList();
        int size = Math.min(largestPage, query.path("limit").asInt());
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        all.stream().skip(offset(query, size)).limit(size).forEach(record -> items.add(item(record)));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("items", items);
        return answer;
    }

    private static long offset(JsonNode query, int size) {
        return query.has("page")
                ? (query.path("page").asLong() - 1) * size
                : query.path("offset").asLong(0);
    }

    private static ObjectNode item(Map.Entry<String, Long> record) {
        ObjectNode item = JsonNodeFactory.instance.objectNode().put("id", record.getKey());
        item.putObject("record").put("id", record.getKey()).put("updatedAt", record.getValue());
        return item;
    }
}
