package com.wecomesb.configuration;

import com.wecomesb.calendar.Calendars;
import com.wecomesb.decision.Accounts;
import com.wecomesb.decision.Policy;
import com.wecomesb.reply.ReplyLibrary;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.understanding.Language;
import java.time.Instant;
import java.util.Map;

/**
 * One checked, immutable state of the configuration. A batch or an action uses one snapshot from beginning to end and
 * notes its hash.
 */
public final class Snapshot {

    private static final int SHOWN = 12;

    private final String hash;
    private final Instant readAt;
    private final RouteFiles files;
    private final Map<String, Object> parts;

    Snapshot(String hash, Instant readAt, RouteFiles files, Map<String, Object> parts) {
        this.hash = hash;
        this.readAt = readAt;
        this.files = files;
        this.parts = Map.copyOf(parts);
    }

    Snapshot with(Map<String, Object> others) {
        return new Snapshot(hash, readAt, files, others);
    }

    /** SHA-256 over paths and contents, the first 12 hexadecimal digits: the same on every instance with the same files. */
    public String hash() {
        return hash.substring(0, SHOWN);
    }

    public Instant readAt() {
        return readAt;
    }

    public RouteFiles files() {
        return files;
    }

    /** What events are decided by, all of it of this snapshot. */
    public Policy policy() {
        return new Policy(
                part(RuleSet.class),
                part(ReplyLibrary.class),
                part(Accounts.class),
                part(Language.class),
                part(Calendars.class),
                hash());
    }

    /**
     * What the files of one format say.
     *
     * @throws IllegalArgumentException if no format of this snapshot is read as {@code type}
     */
    public <T> T part(Class<T> type) {
        return parts.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No format is read as " + type.getName()));
    }
}
