package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.wecomesb.calendar.Calendars;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.rule.Facts;
import com.wecomesb.rule.Normalizer;
import com.wecomesb.rule.Past;
import com.wecomesb.understanding.Understanding;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event as the rules see it. */
record EventFacts(
        Prepared prepared,
        String normalizedText,
        @Nullable Account configured,
        @Nullable Contact contact,
        @Nullable Conversation conversation,
        Past past,
        Memory memory,
        Calendars calendars,
        ZonedDateTime now)
        implements Facts {

    static EventFacts of(Turn turn) {
        Conversation conversation = turn.conversation();
        Calendars calendars = turn.policy().calendars();
        return new EventFacts(
                turn.prepared(),
                Normalizer.normalize(turn.prepared().text()),
                conversation == null ? null : turn.policy().account(conversation.address()),
                turn.contact(),
                conversation,
                past(turn),
                turn.memory(),
                calendars,
                turn.now().atZone(calendars.zone()));
    }

    private static Past past(Turn turn) {
        Conversation found = turn.found();
        Conversation.Answer answer = found == null ? null : found.lastAnswer();
        return new Past(
                turn.contact() == null ? null : turn.contact().metAt(),
                found == null ? null : found.lastCustomerAt(),
                answer == null ? null : answer.at(),
                answer == null ? "" : answer.rule(),
                answer == null ? "" : answer.reply());
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
    public String app() {
        return prepared.data().path("app").asText("");
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
    public Set<String> identities(String kind) {
        Set<String> values = new HashSet<>();
        if (prepared.acquaintance() != null) {
            prepared.acquaintance().identities().stream()
                    .filter(identity -> identity.kind().equals(kind))
                    .map(Contacts.Identity::value)
                    .forEach(values::add);
        }
        return values;
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
    public boolean hasOpenTicket() {
        return conversation != null && memory.ticketOf(conversation.id()) != null;
    }

    @Override
    public JsonNode variables() {
        return MissingNode.getInstance();
    }

    @Override
    public int count(String eventType, Duration within) {
        return contact == null
                ? 0
                : memory.count(contact.id(), eventType, prepared.event().time(), within);
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
