package com.wecomesb.connector.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.link.FetchedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A ticket system as the connectors show it: records to find, and pages of changes as a test wants them. */
final class OtherSystem implements RecordSource {

    static final String NAME = "ticket";

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> fetched = new CopyOnWriteArrayList<>();
    final List<String> askedCursors = new CopyOnWriteArrayList<>();
    private final Map<String, FetchedRecord> records = new ConcurrentHashMap<>();
    private final Deque<Function<String, Page>> pages = new ArrayDeque<>();
    private Function<String, Page> latest = cursor -> new Page(List.of(), List.of(), cursor, false);
    private @Nullable ConnectorFailed failure;

    /** A ticket as JSON in single quotes, beside its id and the time of its last change, {@code 10:00}. */
    static FetchedRecord ticket(String id, String time, String rest) {
        String at = "2026-11-21T" + time + ":00Z";
        try {
            ObjectNode document = (ObjectNode) JSON.readTree("{" + rest.replace('\'', '"') + "}");
            document.put("id", id);
            if (!document.has("createdAt")) {
                document.put("createdAt", "2026-11-21T09:00:00Z");
            }
            return new FetchedRecord(NAME, "ticket", id, at, false, document.put("updatedAt", at));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    void has(FetchedRecord record) {
        records.put(record.id(), record);
    }

    void deletes(String id) {
        records.remove(id);
    }

    /** From now on it answers so; null: as ever. */
    void failsWith(@Nullable ConnectorFailed newFailure) {
        failure = newFailure;
    }

    /** The next page that it gives. */
    void gives(String cursor, boolean more, FetchedRecord... changed) {
        pages.add(asked -> new Page(List.of(changed), List.of(), cursor, more));
    }

    void gives(Function<String, Page> page) {
        pages.add(page);
    }

    @Override
    public boolean canFind(RecordReference record) {
        return true;
    }

    @Override
    public boolean canList(String system, String kind) {
        return system.equals(NAME) && kind.equals("ticket");
    }

    @Override
    public Optional<FetchedRecord> find(RecordReference record) {
        fetched.add(record.id());
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(records.get(record.id()));
    }

    @Override
    public Page changes(String system, String kind, String cursor, int limit) {
        askedCursors.add(cursor);
        if (failure != null) {
            throw failure;
        }
        // The last one comes again and again.
        latest = pages.isEmpty() ? latest : pages.poll();
        return latest.apply(cursor);
    }
}
