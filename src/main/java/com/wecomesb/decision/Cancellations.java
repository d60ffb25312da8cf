package com.wecomesb.decision;

import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What waits in the conversations of a batch unless somebody writes, and what has become pointless while the batch was
 * decided. Of one batch and in its order: a message cancels what was planned before it, not what it leads to itself.
 */
final class Cancellations {

    private final List<Wait> waiting;
    private final Map<String, String> cancelled = new LinkedHashMap<>();

    Cancellations(Collection<Wait> waiting) {
        this.waiting = new ArrayList<>(waiting);
    }

    /**
     * An action that waits.
     *
     * @param unless what makes it pointless, as in {@link Action#unless}
     */
    record Wait(String actionId, String conversationId, String unless) {}

    /** Notes what a decision of this batch has planned. */
    void planned(Collection<ActionLog.Entry> entries) {
        for (ActionLog.Entry entry : entries) {
            Action action = entry.action();
            if (action.unless() != null
                    && action.conversationId() != null
                    && !entry.state().settled()) {
                waiting.add(new Wait(action.id(), action.conversationId(), action.unless()));
            }
        }
    }

    /** Somebody wrote: whatever waited for that not to happen is cancelled. */
    void happened(String conversationId, String what) {
        waiting.removeIf(wait -> {
            boolean pointless = wait.conversationId().equals(conversationId)
                    && wait.unless().equals(what);
            if (pointless) {
                cancelled.put(wait.actionId(), what);
            }
            return pointless;
        });
    }

    boolean isCancelled(String actionId) {
        return cancelled.containsKey(actionId);
    }

    /** The ids of what was cancelled, each with what happened. */
    Map<String, String> cancelled() {
        return cancelled;
    }
}
