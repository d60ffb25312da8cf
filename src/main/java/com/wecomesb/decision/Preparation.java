package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventBatch;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.Conversations;
import com.wecomesb.understanding.Understanding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The part of deciding that happens outside any transaction: reading the event and naming whom it concerns. */
@Component
class Preparation {

    private final ObjectMapper json;
    private final Pseudonyms pseudonyms;

    Preparation(ObjectMapper json, Pseudonyms pseudonyms) {
        this.json = json;
        this.pseudonyms = pseudonyms;
    }

    /** An event whose data is not what its type promises; recurs however often it is tried. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** The event, and what the language of this policy makes of a customer's text. */
    Prepared prepare(EventBatch.Item item, Policy policy) {
        Prepared read = read(item);
        return read.isCustomerMessage() ? read.understoodAs(policy.language().understand(read.text())) : read;
    }

    private Prepared read(EventBatch.Item item) {
        Event event = item.event();
        JsonNode data = read(event);
        Contacts.Acquaintance acquaintance = acquaintance(data);
        String outcomeOf = event.type().startsWith("esb.") ? text(data, "actionId") : null;
        return new Prepared(
                item, data, acquaintance, opening(event, data, acquaintance), outcomeOf, Understanding.NONE);
    }

    private JsonNode read(Event event) {
        try {
            JsonNode data = json.readTree(event.data());
            if (data == null || !data.isObject()) {
                throw new Unreadable("the data of an event is not a JSON object");
            }
            return data;
        } catch (IOException exception) {
            throw new Unreadable("the data of an event is not JSON");
        }
    }

    private Contacts.@Nullable Acquaintance acquaintance(JsonNode data) {
        String corp = text(data, "corp");
        String peer = text(data, "peer");
        if (corp == null || peer == null) {
            return null;
        }
        boolean staff = "staff".equals(text(data, "peerKind"));
        List<Contacts.Identity> identities = new ArrayList<>();
        identities.add(new Contacts.Identity(staff ? "userid" : "external_userid", corp, peer));
        String unionid = text(data.path("customer"), "unionid");
        if (unionid != null) {
            identities.add(new Contacts.Identity("unionid", corp, unionid));
        }
        String id = pseudonyms.of("contact", corp, staff ? "staff" : "customer", peer);
        return new Contacts.Acquaintance(id, staff ? "staff" : "customer", List.copyOf(identities));
    }

    private static Conversations.@Nullable Opening opening(
            Event event, JsonNode data, Contacts.@Nullable Acquaintance acquaintance) {
        String channel = text(data, "channel");
        String account = text(data, "account");
        if (acquaintance == null || channel == null || account == null) {
            return null;
        }
        Conversation.Address address = new Conversation.Address(
                data.path("corp").asText(),
                channel,
                data.path("app").asText(),
                account,
                data.path("peer").asText());
        return new Conversations.Opening(event.key(), address, acquaintance.id());
    }

    private static @Nullable String text(JsonNode node, String field) {
        String value = node.path(field).asText("");
        return value.isEmpty() ? null : value;
    }
}
