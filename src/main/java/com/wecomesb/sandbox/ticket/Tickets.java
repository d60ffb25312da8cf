package com.wecomesb.sandbox.ticket;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Changes;
import com.wecomesb.sandbox.Documents;
import com.wecomesb.sandbox.Ids;
import com.wecomesb.sandbox.Records;
import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The tickets of the simulated ticket system. A stored ticket is never altered, only replaced. */
@Simulated
public class Tickets {

    private static final long FIRST_NUMBER = 100_001;

    private final Records<ObjectNode> tickets;
    private final ConcurrentHashMap<String, List<String>> idsByExternalId = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, String> idsByKey = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong(FIRST_NUMBER);
    private final AtomicLong comments = new AtomicLong();
    private final Ids ids;
    private final SandboxTime time;
    private final Changes changes;

    Tickets(SandboxSettings settings, Ids ids, SandboxTime time, Changes changes) {
        this.ids = ids;
        this.tickets = new Records<>(settings.keep(), this::forget);
        this.time = time;
        this.changes = changes;
    }

    /** A ticket or comment, and whether this very request made it. */
    record Made(boolean now, ObjectNode document) {}

    /**
     * Opens a ticket.
     *
     * @param key the same key opens no second one
     */
    Made open(ObjectNode document, @Nullable String key) {
        if (key == null) {
            return new Made(true, store(document, null));
        }
        boolean[] now = new boolean[1];
        // The ticket is stored before the key is known to others, so that they find it.
        String id = idsByKey.computeIfAbsent(key, k -> {
            now[0] = true;
            return store(document, key).path("id").asText();
        });
        ObjectNode ticket = tickets.find(id);
        return new Made(now[0], ticket == null ? Documents.object() : ticket);
    }

    private ObjectNode store(ObjectNode document, @Nullable String key) {
        String now = time.now().toString();
        String id = Long.toString(number.getAndIncrement());
        ObjectNode ticket = document.deepCopy();
        ticket.put("id", id);
        ticket.put("number", "GD" + id);
        ticket.put("status", "open");
        ticket.put("priority", document.path("priority").asText("normal"));
        if (key != null) {
            ticket.put("idempotencyKey", key);
        }
        ticket.put("createdAt", now);
        ticket.put("updatedAt", now);
        ticket.putArray("comments");
        tickets.change(id, before -> ticket);
        String externalId = ticket.path("externalId").asText("");
        if (!externalId.isEmpty()) {
            idsByExternalId
                    .computeIfAbsent(externalId, e -> new CopyOnWriteArrayList<>())
                    .add(id);
        }
        changes.note("ticket", id);
        return ticket;
    }

    private void forget(ObjectNode ticket) {
        idsByExternalId.remove(ticket.path("externalId").asText(""));
        idsByKey.remove(ticket.path("idempotencyKey").asText(""));
    }

    /**
     * Adds a comment; null when there is no such ticket.
     *
     * @param key the same key on the same ticket adds no second one
     */
    @Nullable
    Made comment(String id, ObjectNode document, @Nullable String key) {
        if (tickets.find(id) == null) {
            return null;
        }
        Made[] made = new Made[1];
        tickets.change(id, before -> {
            ObjectNode ticket = Objects.requireNonNull(before).deepCopy();
            made[0] = addTo((ArrayNode) ticket.path("comments"), document, key);
            if (!made[0].now()) {
                return before;
            }
            ticket.put("updatedAt", time.now().toString());
            return ticket;
        });
        if (made[0].now()) {
            changes.note("ticket", id);
        }
        return made[0];
    }

    /** A colleague at the service desk says something; null when there is no such ticket. */
    @Nullable
    public ObjectNode reply(String id, ObjectNode comment) {
        Made made = comment(id, comment, null);
        return made == null ? null : made.document();
    }

    /** A colleague at the service desk changes the ticket; null when there is none. */
    @Nullable
    public ObjectNode change(String id, ObjectNode fields) {
        if (tickets.find(id) == null) {
            return null;
        }
        ObjectNode changed = tickets.change(id, before -> {
            ObjectNode ticket = Objects.requireNonNull(before).deepCopy();
            ticket.setAll(fields);
            return ticket.put("updatedAt", time.now().toString());
        });
        changes.note("ticket", id);
        return changed;
    }

    private Made addTo(ArrayNode there, ObjectNode document, @Nullable String key) {
        for (var comment : there) {
            if (key != null && comment.path("idempotencyKey").asText("").equals(key)) {
                return new Made(false, (ObjectNode) comment);
            }
        }
        ObjectNode comment = document.deepCopy();
        comments.incrementAndGet();
        comment.put("id", ids.text("K"));
        if (key != null) {
            comment.put("idempotencyKey", key);
        }
        comment.put("createdAt", time.now().toString());
        there.add(comment);
        return new Made(true, comment);
    }

    @Nullable
    ObjectNode find(String id) {
        return tickets.find(id);
    }

    List<ObjectNode> withExternalId(String externalId) {
        return idsByExternalId.getOrDefault(externalId, List.of()).stream()
                .map(tickets::find)
                .filter(Objects::nonNull)
                .toList();
    }

    public List<ObjectNode> latest() {
        return tickets.latest();
    }

    public Collection<ObjectNode> all() {
        return tickets.all();
    }

    public int size() {
        return tickets.size();
    }

    public long comments() {
        return comments.get();
    }

    public void clear() {
        tickets.clear();
        idsByExternalId.clear();
        idsByKey.clear();
        comments.set(0);
    }
}
