package com.wecomesb.decision;

import com.wecomesb.decision.PastEvents.Kind;
import com.wecomesb.decision.RuleUses.Use;
import com.wecomesb.decision.StoredEvents.Stored;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One policy that stored events are decided by again, in memory: each in the situation that it really was in. Only the
 * pauses of rules follow from its own decisions.
 */
final class ReplaySide {

    private final Policy policy;
    private final Preparation preparation;
    private final Comprehension comprehension;
    private final Decider decider;
    private final Map<Use, Instant> uses = new HashMap<>();

    ReplaySide(Policy policy, Preparation preparation, Comprehension comprehension, Decider decider) {
        this.policy = policy;
        this.preparation = preparation;
        this.comprehension = comprehension;
        this.decider = decider;
    }

    Policy policy() {
        return policy;
    }

    /** A rule with a pause acted for a contact before the first event that is decided again. */
    void usedBefore(Map<Use, Instant> earlier) {
        uses.putAll(earlier);
    }

    /**
     * Decides as if it were then.
     *
     * @param past what the contacts had done before the event
     */
    Choice decide(Stored stored, Map<Kind, List<Instant>> past) {
        Prepared prepared =
                comprehension.again(preparation.prepare(stored.item(), policy), stored.understanding(), policy);
        Situation situation = Situation.stored(Objects.requireNonNull(stored.facts()), prepared);
        Memory memory = new Memory(
                new Memory.Known(
                        byId(
                                situation.conversation(),
                                prepared.opening() == null
                                        ? ""
                                        : prepared.opening().id()),
                        byId(
                                situation.contact(),
                                situation.contact() == null
                                        ? ""
                                        : situation.contact().id()),
                        uses,
                        Map.of(),
                        past,
                        List.of(),
                        byId(
                                situation.ticket(),
                                prepared.opening() == null
                                        ? ""
                                        : prepared.opening().id())),
                new LanePositions(() -> 0));
        Decided decided = decider.decide(prepared, memory, policy, stored.decidedAt());
        uses.putAll(memory.changedUses());
        return Choice.of(decided, situation, memory, stored.decidedAt());
    }

    private static <T> Map<String, T> byId(@Nullable T value, String id) {
        return value == null ? Map.of() : Map.of(id, value);
    }
}
