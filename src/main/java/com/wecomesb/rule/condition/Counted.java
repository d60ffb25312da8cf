package com.wecomesb.rule.condition;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * What has to be known of a contact's past events, so that every count of all rules can be told.
 *
 * @param eventTypes none: nothing has to be known
 * @param within the longest period
 * @param enough of each type: more make no difference
 * @param tickets whether the open tickets of the conversation have to be known
 */
public record Counted(Set<String> eventTypes, Duration within, int enough, boolean tickets) {

    public Counted {
        eventTypes = Set.copyOf(eventTypes);
    }

    public boolean isNothing() {
        return eventTypes.isEmpty();
    }

    /** Takes the counts of one condition after the other. Not thread-safe. */
    public static final class Builder {

        private final Set<String> eventTypes = new TreeSet<>();
        private Duration within = Duration.ZERO;
        private int enough;
        private boolean tickets;

        void add(String eventType, Duration period, int most) {
            eventTypes.add(eventType);
            within = within.compareTo(period) < 0 ? period : within;
            enough = Math.max(enough, most);
        }

        /** The open tickets of the conversation are asked for. */
        public void tickets() {
            tickets = true;
        }

        public Counted build() {
            return new Counted(eventTypes, within, enough, tickets);
        }
    }
}
