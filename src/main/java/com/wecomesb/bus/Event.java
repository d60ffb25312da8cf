package com.wecomesb.bus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, in canonical form: what travels on {@code esb.events} as a CloudEvents 1.0 record.
 *
 * <p>The attributes are clear text and hold no personal data; {@code key} and {@code subject} are pseudonyms (see
 * {@link Pseudonyms}). Everything personal is in {@code data}, which only its reader opens.
 *
 * @param source who says so: the corp for messages and corp-level events, corp and app for app-level ones, a system's
 *     name for records; {@code source} and {@code id} together are unique
 * @param id the sender's own identity of the event, so that a repeat is recognised
 * @param type what happened, in the past tense, {@code wecom.message.received}
 * @param subject the record or conversation that it happened to, a pseudonym
 * @param time when it happened, by the sender's clock
 * @param key what orders it: events of one key are decided in their order
 * @param causality the id of the chain of causes that it belongs to: the {@link #uid} of the first event
 * @param hops how many decisions of the bus lie between that first event and this one
 * @param data the event's own fields as UTF-8 JSON, schema {@link #SCHEMA}
 */
public record Event(
        String source,
        String id,
        String type,
        @Nullable String subject,
        Instant time,
        String key,
        String causality,
        int hops,
        byte[] data) {

    /** The version of the data's shape; readers ignore unknown fields and read the version before their own. */
    public static final String SCHEMA = "https://wecom-esb.dev/schema/event/v1";

    public Event {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(key, "key");
        if (causality.isEmpty()) {
            causality = uid(source, id);
        }
    }

    /** An event that nothing on the bus has caused: it starts a chain of its own. */
    public static Event first(
            String source, String id, String type, @Nullable String subject, Instant time, String key, byte[] data) {
        return new Event(source, id, type, subject, time, key, "", 0, data);
    }

    /** The one short name of this event on the bus: 43 characters, derived from {@code source} and {@code id}. */
    public String uid() {
        return uid(source, id);
    }

    private static String uid(String source, String id) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(source.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(id.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same event with its data, where that was elsewhere. */
    public Event withData(byte[] data) {
        return new Event(source, id, type, subject, time, key, causality, hops, data);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Event that && source.equals(that.source) && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, id);
    }

    /** Without the data: an event may be logged, its content may not. */
    @Override
    public String toString() {
        return "Event[" + type + " " + uid() + "]";
    }
}
