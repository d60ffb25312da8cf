package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.ConversationState;
import com.wecomesb.conversation.ConversationTickets.OpenTicket;
import com.wecomesb.conversation.Conversations;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The contact and the conversation as an event found them: what the rules saw beside the event itself. Stored with the
 * event, so that other rules can be asked later. What is usual is not written.
 */
record Situation(
        @Nullable Contact contact,
        @Nullable Conversation conversation,
        @Nullable OpenTicket ticket) {

    static Situation of(Turn turn) {
        Conversation found = turn.found();
        return new Situation(
                turn.contact(), found, found == null ? null : turn.memory().ticketOf(found.id()));
    }

    /** As it was stored with an event; whom it concerned is read from the event. */
    static Situation stored(JsonNode json, Prepared prepared) {
        return new Situation(
                contact(json.path("contact"), prepared.acquaintance()),
                conversation(json.path("conversation"), prepared.opening()),
                ticket(json.path("ticket")));
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (contact != null) {
            write(contact, json.putObject("contact"));
        }
        if (conversation != null) {
            write(conversation, json.putObject("conversation"));
        }
        if (ticket != null) {
            json.putObject("ticket")
                    .put("system", ticket.system())
                    .put("id", ticket.id())
                    .put("number", ticket.number())
                    .put("status", ticket.status());
        }
        return json;
    }

    private static @Nullable OpenTicket ticket(JsonNode json) {
        return json.isMissingNode()
                ? null
                : new OpenTicket(
                        json.path("system").asText(),
                        json.path("id").asText(),
                        json.path("number").asText(),
                        json.path("status").asText(),
                        null);
    }

    private static void write(Contact contact, ObjectNode json) {
        json.put("met", contact.metAt().toString());
        if (!contact.tags().isEmpty()) {
            contact.tags().forEach(json.putArray("tags")::add);
        }
        if (!contact.attributes().isEmpty()) {
            json.set("attributes", contact.attributes());
        }
    }

    private static void write(Conversation conversation, ObjectNode json) {
        if (conversation.state() != ConversationState.BOT) {
            json.put("state", conversation.state().name());
        }
        if (conversation.unanswered() > 0) {
            json.put("unanswered", conversation.unanswered());
        }
        if (conversation.lastCustomerAt() != null) {
            json.put("wrote", conversation.lastCustomerAt().toString());
        }
        Conversation.Answer answer = conversation.lastAnswer();
        if (answer != null) {
            json.putObject("answer")
                    .put("at", answer.at().toString())
                    .put("rule", answer.rule())
                    .put("reply", answer.reply());
        }
        if (!conversation.variables().isEmpty()) {
            json.set("variables", conversation.variables());
        }
    }

    private static @Nullable Contact contact(JsonNode json, Contacts.@Nullable Acquaintance acquaintance) {
        if (acquaintance == null || json.isMissingNode()) {
            return null;
        }
        Set<String> tags = new TreeSet<>();
        json.path("tags").forEach(tag -> tags.add(tag.asText()));
        return new Contact(
                acquaintance.id(),
                acquaintance.kind(),
                null,
                object(json.path("attributes")),
                tags,
                Instant.parse(json.path("met").asText()));
    }

    private static @Nullable Conversation conversation(JsonNode json, Conversations.@Nullable Opening opening) {
        if (opening == null || json.isMissingNode()) {
            return null;
        }
        JsonNode answer = json.path("answer");
        return new Conversation(
                opening.id(),
                opening.address(),
                opening.contactId(),
                ConversationState.valueOf(json.path("state").asText(ConversationState.BOT.name())),
                0,
                json.path("unanswered").asInt(),
                Conversation.KF_REPLY_BUDGET,
                json.hasNonNull("wrote") ? Instant.parse(json.path("wrote").asText()) : null,
                answer.isObject()
                        ? new Conversation.Answer(
                                Instant.parse(answer.path("at").asText()),
                                answer.path("rule").asText(),
                                answer.path("reply").asText())
                        : null,
                object(json.path("variables")));
    }

    private static ObjectNode object(JsonNode json) {
        return json instanceof ObjectNode found ? found : JsonNodeFactory.instance.objectNode();
    }

    /** Without what is known of the person. */
    @Override
    public String toString() {
        return "Situation[" + conversation + "]";
    }
}
