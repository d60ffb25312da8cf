package com.wecomesb.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.calendar.Calendars;
import com.wecomesb.understanding.Understanding;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rules may ask about an event, the contact and the conversation; empty where there is nothing. */
public interface Facts {

    /** {@code wecom.message.received}. */
    String eventType();

    /** What the customer wrote, as it was written. */
    String text();

    /** {@link Normalizer#normalize} of the text. */
    String normalizedText();

    /** {@code text}, {@code image}, … */
    String messageType();

    String channel();

    /** The name of the app, as {@code esb.wecom.apps} has it. */
    String app();

    String account();

    String brand();

    /** Ours, a pseudonym; empty when nobody is known. */
    String contactId();

    /** What somebody calls the person that the event is about, by the kind of the id: {@code external_userid}, … */
    Set<String> identities(String kind);

    Set<String> tags();

    JsonNode attributes();

    /** {@code BOT}, {@code WAITING}, {@code HUMAN}, {@code CLOSED}. */
    String conversationState();

    /** Messages in a row that nothing was known to answer. */
    int unanswered();

    /** Whether a ticket that was opened from the conversation is not closed yet. */
    boolean hasOpenTicket();

    /** What the conversation's dialog has noted. */
    JsonNode variables();

    /** What came before. */
    Past past();

    /** How many events of a type have come from the contact within a period, this one among them. */
    int count(String eventType, Duration within);

    /** The event's own data. */
    JsonNode data();

    /** What was understood of the text before anything is decided. */
    Understanding understanding();

    /** When it is decided, in the time zone of the business. */
    ZonedDateTime now();

    /** The days and hours of the business. */
    Calendars calendars();

    /** When a rule with a cooldown last acted for the contact. */
    @Nullable
    Instant lastActed(String rule);

    /**
     * In an example of a rule file the rules that it is about: those count whatever day it is, and others that are there
     * for some time or some contacts only do not. Null for everything else.
     */
    default @Nullable Set<String> triedRules() {
        return null;
    }
}
