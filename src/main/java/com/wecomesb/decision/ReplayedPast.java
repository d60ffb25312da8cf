package com.wecomesb.decision;

import com.wecomesb.decision.PastEvents.Kind;
import com.wecomesb.decision.StoredEvents.Stored;
import com.wecomesb.rule.condition.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What contacts did before each event of a replay, for rules that count it. */
final class ReplayedPast {

    private final StoredEvents events;
    private final Set<String> types = new TreeSet<>();
    private final Duration within;
    private final Map<Kind, List<Instant>> past = new HashMap<>();

    ReplayedPast(StoredEvents events, Counted one, Counted other) {
        this.events = events;
        types.addAll(one.eventTypes());
        types.addAll(other.eventTypes());
        within = one.within().compareTo(other.within()) < 0 ? other.within() : one.within();
    }

    /** Everything that may be counted at this event; itself not. */
    Map<Kind, List<Instant>> before(Stored event) {
        if (event.contactId() != null) {
            types.forEach(type -> of(new Kind(event.contactId(), type), event));
        }
        return past;
    }

    void happened(Stored event) {
        String type = event.item().event().type();
        if (event.contactId() != null && types.contains(type)) {
            of(new Kind(event.contactId(), type), event)
                    .add(event.item().event().time());
        }
    }

    /** Read once for each contact, as it was before the first of its events; what is too old to be counted goes. */
    private List<Instant> of(Kind kind, Stored event) {
        Instant oldest = event.item().event().time().minus(within);
        List<Instant> moments =
                past.computeIfAbsent(kind, unknown -> new ArrayList<>(events.happened(unknown, oldest, event.seq())));
        moments.removeIf(moment -> moment.isBefore(oldest));
        return moments;
    }
}
