package com.wecomesb.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The lists of changes of the simulated systems: each record once, at the place of its last change. The numbers rise over
 * restarts, so a reader's position stays good.
 */
@Simulated
public class RecordChanges {

    private static final int MOST_AT_ONCE = 1_000;

    private final Map<String, TreeMap<Long, String>> ids = new HashMap<>();
    private final Map<String, Map<String, Long>> places = new HashMap<>();
    private final Ids numbers;
    private final int keep;

    RecordChanges(Ids numbers, SandboxSettings settings) {
        this.numbers = numbers;
        this.keep = settings.keep();
    }

    synchronized void note(String kind, String id) {
        TreeMap<Long, String> byPlace = ids.computeIfAbsent(kind, k -> new TreeMap<>());
        Map<String, Long> byId = places.computeIfAbsent(kind, k -> new HashMap<>());
        Long before = byId.put(id, numbers.number());
        if (before != null) {
            byPlace.remove(before);
        }
        byPlace.put(byId.get(id), id);
        if (byPlace.size() > keep) {
            byId.remove(byPlace.pollFirstEntry().getValue());
        }
    }

    private synchronized List<Map.Entry<Long, String>> after(String kind, long place, int limit) {
        return List.copyOf(new TreeMap<>(ids.getOrDefault(kind, new TreeMap<>()).tailMap(place, false))
                .entrySet().stream().limit(limit).toList());
    }

    /**
     * Answers {@code ?after=NUMBER&limit=N} with {@code {"items": […], "next": "NUMBER", "more": true|false}}.
     *
     * @param find the record as it is now; null when it is gone
     */
    public ServerResponse page(String kind, ServerRequest request, Function<String, @Nullable ObjectNode> find) {
        String after = request.param("after").orElse("0");
        String limit = request.param("limit").orElse("100");
        if (!after.matches("[0-9]{1,19}") || !limit.matches("[1-9][0-9]{0,3}")) {
            return Documents.error(HttpStatus.BAD_REQUEST, "unknown_filter");
        }
        int most = Math.min(Integer.parseInt(limit), MOST_AT_ONCE);
        List<Map.Entry<Long, String>> found = after(kind, Long.parseLong(after), most + 1);
        ObjectNode page = Documents.object();
        ArrayNode items = page.putArray("items");
        String next = after;
        for (Map.Entry<Long, String> change : found.subList(0, Math.min(most, found.size()))) {
            next = Long.toString(change.getKey());
            ObjectNode record = find.apply(change.getValue());
            if (record != null) {
                items.add(record);
            }
        }
        return Documents.ok(page.put("next", next).put("more", found.size() > most));
    }
}
