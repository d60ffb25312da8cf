package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.decision.RuleUses.Use;
import com.wecomesb.decision.StoredEvents.Stored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Decides stored events again by two policies, with the decide step's own code, in memory: nothing is sent, nothing is
 * written, nobody outside is asked. Each event is decided in the situation that it really was in.
 */
@Component
public class Replay {

    /** What the bus itself did: its decisions take what waits for them out of the database. */
    private static final String OWN = "esb.";

    private final StoredEvents events;
    private final Preparation preparation;
    private final Comprehension comprehension;
    private final Decider decider;
    private final RuleUses uses;
    private final ObjectMapper json;

    Replay(
            StoredEvents events,
            Preparation preparation,
            Comprehension comprehension,
            Decider decider,
            RuleUses uses,
            ObjectMapper json) {
        this.events = events;
        this.preparation = preparation;
        this.comprehension = comprehension;
        this.decider = decider;
        this.uses = uses;
        this.json = json;
    }

    /**
     * What was looked through.
     *
     * @param asked events that the rules were asked about
     * @param notAsked events that no rule was asked about when they were decided, and those of the bus itself
     * @param complete whether the period has no more events than were wanted
     */
    public record Extent(int asked, int notAsked, boolean complete) {}

    /**
     * Decides what happened since then, the newest events if there are more than wanted, in their order.
     *
     * @param each gets every event that rules were asked about
     */
    public Extent of(Policy before, Policy after, Instant since, int most, Consumer<Replayed> each) {
        long first = events.firstSince(since);
        long newest = events.firstOfNewest(most);
        long last = events.last();
        ReplaySide one = new ReplaySide(before, preparation, comprehension, decider);
        ReplaySide other = new ReplaySide(after, preparation, comprehension, decider);
        ReplayedPast past =
                new ReplayedPast(events, before.rules().counted(), after.rules().counted());
        Set<String> contacts = new HashSet<>();
        int asked = 0;
        int notAsked = 0;
        List<Stored> page = events.between(Math.max(first, newest), last);
        while (!page.isEmpty()) {
            for (Stored stored : page) {
                if (stored.facts() == null || stored.item().event().type().startsWith(OWN)) {
                    notAsked++;
                } else {
                    asked++;
                    meet(stored, contacts, one, other);
                    each.accept(new Replayed(
                            stored.item().event().uid(),
                            stored.decidedAt(),
                            stored.item().event().type(),
                            data(stored),
                            stored.actingRule(),
                            stored.snapshot(),
                            one.decide(stored, past.before(stored)),
                            other.decide(stored, past.before(stored))));
                }
                past.happened(stored);
            }
            page = events.between(page.get(page.size() - 1).seq() + 1, last);
        }
        return new Extent(asked, notAsked, first >= newest);
    }

    /** The pauses that a contact's first event found, as far as they are still known. */
    private void meet(Stored stored, Set<String> contacts, ReplaySide one, ReplaySide other) {
        boolean anyRests =
                one.policy().rules().anyRests() || other.policy().rules().anyRests();
        if (!anyRests || stored.contactId() == null || !contacts.add(stored.contactId())) {
            return;
        }
        Map<Use, Instant> earlier = new HashMap<>(uses.of(Set.of(stored.contactId())));
        earlier.values().removeIf(at -> !at.isBefore(stored.decidedAt()));
        one.usedBefore(earlier);
        other.usedBefore(earlier);
    }

    private JsonNode data(Stored stored) {
        try {
            return json.readTree(stored.item().event().data());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
