package com.wecomesb.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened, and what it led to. */
@RestController
class EventsController {

    private final History history;
    private final LinksOfContacts links;

    EventsController(History history, LinksOfContacts links) {
        this.history = history;
        this.links = links;
    }

    /**
     * Everything that one cause has led to.
     *
     * @param causality the uid of its first event
     */
    record Trace(
            String causality,
            List<EventView> events,
            List<ActionView> actions,
            List<DeadLetterView> deadLetters,
            List<Step> steps) {}

    /**
     * The answer to one id.
     *
     * @param links what other systems have of the contact, should it be one
     * @param traces as many as it has to do with, the newest first
     */
    record Traces(String query, List<LinkView> links, List<Trace> traces) {}

    @GetMapping("/api/v1/events")
    Page<EventView> events(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return history.events(Cursor.of(cursor, limit));
    }

    /** By event, MsgId, action, ticket, contact or conversation. */
    @GetMapping("/api/v1/trace/{id}")
    Traces trace(@PathVariable String id) {
        List<String> chains = history.chainsOf(id);
        List<LinkView> known = links.of(id);
        if (chains.isEmpty() && !known.isEmpty()) {
            return new Traces(id, known, List.of());
        }
        if (chains.isEmpty() && history.deadLettersOf(List.of(id)).isEmpty()) {
            throw new NotThere(
                    "Nothing is known by this id: neither an event, MsgId, action, ticket, contact nor conversation");
        }
        return new Traces(
                id,
                known,
                chains.isEmpty()
                        ? List.of(undecided(id))
                        : chains.stream().map(this::traceOf).toList());
    }

    private Trace traceOf(String causality) {
        List<EventView> events = history.eventsOf(causality);
        List<ActionView> actions = history.actionsOf(causality);
        List<String> references = new ArrayList<>(List.of(causality));
        events.forEach(event -> references.add(event.uid()));
        actions.forEach(action -> references.add(action.id()));
        List<DeadLetterView> letters = history.deadLettersOf(references);
        return new Trace(causality, events, actions, letters, Story.of(events, actions, letters));
    }

    /** An event that never got as far as a decision. */
    private Trace undecided(String reference) {
        List<DeadLetterView> letters = history.deadLettersOf(List.of(reference));
        return new Trace(reference, List.of(), List.of(), letters, Story.of(List.of(), List.of(), letters));
    }
}
