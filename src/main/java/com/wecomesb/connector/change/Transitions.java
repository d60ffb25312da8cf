package com.wecomesb.connector.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.link.Arrival;
import com.wecomesb.connector.link.FetchedRecord;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a record, told from what was known of it and what it is now. Times are compared with times of the same
 * system only.
 */
final class Transitions {

    private static final Map<String, String> PREFIXES =
            Map.of("ticket", "ticket", "order", "shop.order", "contact", "crm.contact");

    /** The statuses that have an event of their own; any other is an update. */
    private static final Map<String, Set<String>> STAGES = Map.of(
            "ticket",
            Set.of("resolved", "closed"),
            "order",
            Set.of("paid", "shipped", "delivered", "completed", "cancelled", "refunded"));

    /** Fields that have events of their own. */
    private static final Set<String> TOLD_APART = Set.of("status", "statusText", "comments", "deleted");

    /** A record that nobody knew is new when it was made so short before its last change. */
    private static final Duration STILL_NEW = Duration.ofHours(24);

    /** A record may have been made before the first reading ended and not have been visible to it. */
    private static final Duration LATE_TO_BE_SEEN = Duration.ofHours(1);

    /** What belongs to the last change of a record that is old and unknown. */
    private static final Duration OF_LAST_CHANGE = Duration.ofMinutes(1);

    private final RecordStates.State before;
    private final FetchedRecord record;
    private final Arrival arrival;
    private final OwnWork own;
    private final RecordArrivals.Meaning meaning;
    private final List<Transition> found = new ArrayList<>();

    Transitions(
            RecordStates.State before,
            FetchedRecord record,
            Arrival arrival,
            OwnWork own,
            RecordArrivals.Meaning meaning) {
        this.before = before;
        this.record = record;
        this.arrival = arrival;
        this.own = own;
        this.meaning = meaning;
    }

    List<Transition> list() {
        if (record.deleted()) {
            if (before.isKnown() && !before.gone()) {
                add("deleted", Set.of("deleted"));
            }
            return found;
        }
        boolean made = !before.isKnown() && isOurs();
        if (meaning.quiet() && !before.isKnown() && !made) {
            return found;
        }
        boolean isNew = !before.isKnown() && !made && isNew();
        if (isNew || before.gone()) {
            add("created", arrival.changed());
        }
        comments(made || isNew);
        status(isNew);
        if (!isNew && !made && before.isKnown() && !before.gone()) {
            others();
        }
        return found;
    }

    private boolean isOurs() {
        return arrival.ours().isPresent() || own.made(record);
    }

    private boolean isNew() {
        Instant created = time(record.canonical(), "createdAt");
        Instant updated = time(record.canonical(), "updatedAt");
        if (created == null || updated == null) {
            return true;
        }
        return meaning.since() != null
                ? !created.plus(LATE_TO_BE_SEEN).isBefore(meaning.since())
                : Duration.between(created, updated).compareTo(STILL_NEW) <= 0;
    }

    private void comments(boolean all) {
        Instant updated = time(record.canonical(), "updatedAt");
        for (JsonNode comment : record.canonical().path("comments")) {
            String id = comment.path("id").asText("");
            boolean unseen = !id.isEmpty() && !before.comments().contains(id);
            if (unseen
                    && (all || before.isKnown() || isOfLastChange(comment, updated))
                    && !own.wrote(record, comment)) {
                found.add(new Transition(
                        PREFIXES.get(record.kind()) + ".commented",
                        "commented:" + id,
                        Set.of("comments"),
                        comment,
                        time(comment, "createdAt")));
            }
        }
    }

    private static boolean isOfLastChange(JsonNode comment, @Nullable Instant updated) {
        Instant written = time(comment, "createdAt");
        return written != null
                && updated != null
                && !written.plus(OF_LAST_CHANGE).isBefore(updated);
    }

    private void status(boolean isNew) {
        String status = record.canonical().path("status").asText("");
        if (status.isEmpty()
                || status.equals(before.status())
                || !arrival.changed().contains("status")) {
            return;
        }
        if (STAGES.getOrDefault(record.kind(), Set.of()).contains(status)) {
            add(status, statusFields());
        } else if (!isNew && before.isKnown()) {
            add("updated", statusFields());
        }
    }

    private Set<String> statusFields() {
        Set<String> fields = new TreeSet<>(arrival.changed());
        fields.retainAll(Set.of("status", "statusText"));
        fields.add("status");
        return fields;
    }

    private void others() {
        Set<String> rest = new TreeSet<>(arrival.changed());
        rest.removeAll(TOLD_APART);
        boolean told = found.stream().anyMatch(transition -> transition.type().endsWith(".updated"));
        if (!rest.isEmpty() && !told) {
            add("updated", rest);
        }
    }

    private void add(String name, Set<String> changed) {
        found.add(new Transition(
                PREFIXES.get(record.kind()) + "." + name,
                name + ":" + (record.version().isEmpty() ? "#" + (before.stamp() + 1) : record.version()),
                changed,
                null,
                time(record.canonical(), "updatedAt")));
    }

    static @Nullable Instant time(JsonNode document, String field) {
        try {
            String text = document.path(field).asText("");
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noTime) {
            return null;
        }
    }
}
