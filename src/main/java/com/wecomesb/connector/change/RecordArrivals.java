package com.wecomesb.connector.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventLog;
import com.wecomesb.connector.link.Arrival;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.connector.link.Links;
import com.wecomesb.connector.link.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes records as they were read: notes what they are now, and puts on the bus what happened to them. Both is one
 * transaction; its events lie in the record's outbox until the bus has them, so a crash at any point neither loses nor
 * doubles one.
 */
@Component
class RecordArrivals {

    private final RecordStates states;
    private final Links links;
    private final OwnWork own;
    private final Concerned concerned;
    private final RecordEvents events;
    private final EventLog bus;
    private final TransactionTemplate transaction;

    RecordArrivals(
            RecordStates states,
            Links links,
            OwnWork own,
            Concerned concerned,
            RecordEvents events,
            EventLog bus,
            TransactionTemplate transaction) {
        this.states = states;
        this.links = links;
        this.own = own;
        this.concerned = concerned;
        this.events = events;
        this.bus = bus;
        this.transaction = transaction;
    }

    /**
     * How what arrives is meant.
     *
     * @param quiet what the bus has nothing to do with yet: this is how things were before anybody looked
     * @param since what was made before, by the system's clock, is no news; null when that is not known
     */
    record Meaning(boolean quiet, @Nullable Instant since) {}

    private record Noted(RecordReference record, long stamp, List<Event> outbox) {}

    /**
     * Returns when their events are on the bus.
     *
     * @return how many events these were
     * @throws java.util.concurrent.CompletionException if the bus does not take them; they stay in the outbox
     */
    int arrive(List<FetchedRecord> records, Meaning meaning) {
        List<Noted> noted = transaction.execute(status -> records.stream()
                // Always in this order, so that two who read the same records do not wait for each other.
                .sorted(Comparator.comparing(FetchedRecord::kind).thenComparing(FetchedRecord::id))
                .map(record -> note(record, meaning))
                .toList());
        List<Noted> full = noted == null
                ? List.of()
                : noted.stream().filter(one -> !one.outbox().isEmpty()).toList();
        CompletableFuture.allOf(full.stream()
                        .flatMap(one -> one.outbox().stream())
                        .map(bus::append)
                        .toArray(CompletableFuture[]::new))
                .join();
        if (!full.isEmpty()) {
            states.emptyOutboxes(
                    full.stream().map(Noted::record).toList(),
                    full.stream().map(Noted::stamp).toList());
        }
        return full.stream().mapToInt(one -> one.outbox().size()).sum();
    }

    private Noted note(FetchedRecord record, Meaning meaning) {
        RecordReference reference = new RecordReference(record.system(), record.kind(), record.id());
        RecordStates.State before = states.lock(reference);
        List<Event> outbox = new ArrayList<>(Outbox.read(before.outbox()));
        if (before.isKnown() && Versions.isOlder(record.version(), before.version())) {
            return new Noted(reference, before.stamp(), outbox);
        }
        Arrival arrival = links.arrived(record);
        outbox.addAll(happened(before, record, arrival, meaning));
        RecordStates.State after = after(before, record, outbox);
        states.save(reference, after);
        links.told(record.system(), record.kind(), record.id(), record.version());
        if (record.kind().equals("ticket")) {
            concerned.ticketIs(record, after.status(), isOpen(after));
        }
        return new Noted(reference, after.stamp(), outbox);
    }

    private List<Event> happened(RecordStates.State before, FetchedRecord record, Arrival arrival, Meaning meaning) {
        List<Transition> transitions = new Transitions(before, record, arrival, own, meaning).list();
        if (transitions.isEmpty()) {
            return List.of();
        }
        var party = concerned.by(record);
        return transitions.stream()
                .map(transition -> events.of(record, transition, party))
                .toList();
    }

    private static RecordStates.State after(RecordStates.State before, FetchedRecord record, List<Event> outbox) {
        if (record.deleted()) {
            return new RecordStates.State(
                    before.stamp() + 1,
                    record.version(),
                    before.status(),
                    before.comments(),
                    true,
                    Outbox.write(outbox));
        }
        Set<String> comments = new TreeSet<>(before.comments());
        for (JsonNode comment : record.canonical().path("comments")) {
            String id = comment.path("id").asText("");
            if (!id.isEmpty()) {
                comments.add(id);
            }
        }
        return new RecordStates.State(
                before.stamp() + 1,
                record.version(),
                record.canonical().path("status").asText(""),
                comments,
                false,
                Outbox.write(outbox));
    }

    private static boolean isOpen(RecordStates.State state) {
        return !state.gone() && !Set.of("resolved", "closed").contains(state.status());
    }
}
