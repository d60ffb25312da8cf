package com.wecomesb.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.sync.Conflict;
import com.wecomesb.sync.Conflict.Winner;
import com.wecomesb.sync.ConflictDecisions;
import com.wecomesb.sync.Conflicts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Fields that both sides changed, and who is right. */
@RestController
@RequestMapping("/api/v1/conflicts")
class SyncConflictsController {

    private final Conflicts conflicts;
    private final ConflictDecisions decisions;

    SyncConflictsController(Conflicts conflicts, ConflictDecisions decisions) {
        this.conflicts = conflicts;
        this.decisions = decisions;
    }

    /**
     * What a person says.
     *
     * @param keep {@code source} (ours), {@code target} (the system's) or {@code value}
     * @param value what both are to say, with {@code keep: value}
     * @param by who decides; empty for the key's owner
     */
    record Decision(
            @Nullable String keep,
            @Nullable JsonNode value,
            @Nullable String by) {}

    /** The newest first; {@code state} is OPEN unless said otherwise, DECIDED, ALL for all. */
    @GetMapping
    Page<Conflict> list(
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (!List.of("OPEN", "DECIDED", "ALL").contains(state)) {
            throw new BadRequest("state must be OPEN, DECIDED or ALL");
        }
        Cursor from = Cursor.of(cursor, limit);
        List<Conflict> found = conflicts.below(state.equals("ALL") ? null : state, from.before(), from.limit() + 1);
        return Page.of(found, from.limit(), Conflict::id);
    }

    @PostMapping("/{id}/decide")
    Conflict decide(@PathVariable long id, @RequestBody Decision decision) {
        Winner winner = switch (String.valueOf(decision.keep())) {
            case "source" -> Winner.SOURCE;
            case "target" -> Winner.TARGET;
            case "value" -> Winner.OTHER;
            default -> throw new BadRequest("keep must be source, target or value");
        };
        if (winner == Winner.OTHER && decision.value() == null) {
            throw new BadRequest("keep: value needs a value");
        }
        Conflict conflict = conflicts.find(id).orElseThrow(() -> new NotThere("There is no conflict of this number"));
        String by = SyncPeople.name(decision.by());
        return Repeated.whileOthersAreQuicker(() -> decisions.decide(conflict.id(), winner, decision.value(), by))
                .orElseThrow(() -> new NotNow("It does not wait any more"));
    }
}
