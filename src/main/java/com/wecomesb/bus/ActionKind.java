package com.wecomesb.bus;

/** The kinds of destination: each has a topic, a consumer group and a worker of its own. */
public enum ActionKind {
    REPLY,
    CRM,
    SHOP,
    TICKET,
    NOTIFY;

    /** The word used in files, topics, tables and settings: {@code reply}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static ActionKind of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
