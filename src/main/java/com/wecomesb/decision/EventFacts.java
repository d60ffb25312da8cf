package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.rule.Facts;
import com.wecomesb.rule.Normalizer;
import com.wecomesb.understanding.Understanding;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event as the rules see it. */
record EventFacts(
        Prepared prepared,
        String normalizedText,
        @Nullable Account configured,
        @Nullable Contact contact,
        @Nullable Conversation conversation,
        Memory memory,
        ZonedDateTime now)
        implements Facts {

    static EventFacts of(Turn turn, ZoneId businessZone) {
        Conversation conversation = turn.conversation();
        return new EventFacts(
                turn.prepared(),
                Normalizer.normalize(turn.prepared().text()),
                conversation == null ? null : turn.policy().account(conversation.address()),
                turn.contact(),
                conversation,
                turn.memory(),
                turn.now().atZone(businessZone));
    }

    @Override
    public String eventType() {
        return prepared.event().type();
    }

    @Override
    public String text() {
        return prepared.text();
    }

    @Override
    public String messageType() {
        return prepared.data().path("message").path("type").asText("");
    }

    @Override
    public String channel() {
        return prepared.data().path("channel").asText("");
    }

    @Override
    public String account() {
        return configured == null ? prepared.data().path("account").asText("") : configured.name();
    }

    @Override
    public String brand() {
        return configured == null || configured.brand() == null ? "" : configured.brand();
    }

    @Override
    public String contactId() {
        return contact == null ? "" : contact.id();
    }

    @Override
    public @Nullable Instant lastActed(String rule) {
        return contact == null ? null : memory.lastActed(contact.id(), rule);
    }

    @Override
    public Set<String> tags() {
        return contact == null ? Set.of() : contact.tags();
    }

    @Override
    public JsonNode attributes() {
        return contact == null ? JsonNodeFactory.instance.objectNode() : contact.attributes();
    }

    @Override
    public String conversationState() {
        return conversation == null ? "" : conversation.state().name();
    }

    @Override
    public int unanswered() {
        return conversation == null ? 0 : conversation.unanswered();
    }

    @Override
    public Understanding understanding() {
        return prepared.understanding();
    }

    @Override
    public JsonNode data() {
        return prepared.data();
    }
}
