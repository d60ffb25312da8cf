package com.wecomesb.bus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of actions; each that has a destination has a topic, a consumer group and a worker of its own. */
public enum ActionKind {
    REPLY,
    CRM,
    SHOP,
    TICKET,
    NOTIFY,
    /** A delay; the sweeper lets it end, nothing outside is called. */
    SCHEDULE;

    /** The word used in files, topics, tables and settings: {@code reply}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether workers perform it, called by the records of a topic. */
    public boolean hasDestination() {
        return this != SCHEDULE;
    }

    /** Those that workers perform. */
    public static List<ActionKind> destinations() {
        return Arrays.stream(values()).filter(ActionKind::hasDestination).toList();
    }

    public static ActionKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
