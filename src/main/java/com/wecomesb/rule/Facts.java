package com.wecomesb.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.understanding.Understanding;
import java.time.ZonedDateTime;
import java.util.Set;

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

    String account();

    String brand();

    Set<String> tags();

    JsonNode attributes();

    /** {@code BOT}, {@code WAITING}, {@code HUMAN}, {@code CLOSED}. */
    String conversationState();

    /** Messages in a row that nothing was known to answer. */
    int unanswered();

    /** The event's own data. */
    JsonNode data();

    /** What was understood of the text before anything is decided. */
    Understanding understanding();

    /** When it is decided, in the time zone of the business. */
    ZonedDateTime now();
}
