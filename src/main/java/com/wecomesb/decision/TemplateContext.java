package com.wecomesb.decision;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.ConversationTickets.OpenTicket;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the templates of replies and action parameters see. */
@Component
class TemplateContext {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    /** What events of other systems bring; a look-up of the same name goes before. */
    private static final List<String> RECORDS = List.of("ticket", "order", "comment");

    private final ObjectMapper json;

    private final ZoneId businessZone;

    TemplateContext(ObjectMapper json, @Value("${esb.time-zone:Asia/Shanghai}") ZoneId businessZone) {
        this.json = json;
        this.businessZone = businessZone;
    }

    Map<String, Object> of(
            Background background,
            @Nullable Contact contact,
            @Nullable Conversation conversation,
            Memory memory,
            Policy policy) {
        Map<String, Object> context = new HashMap<>();
        context.put("event", eventView(background));
        context.put("time_zone", businessZone.getId());
        context.put("match", background.match());
        context.put("slots", background.match());
        if (contact != null) {
            context.put("contact", contactView(contact));
        }
        if (conversation != null) {
            Conversation.Address address = conversation.address();
            context.put("channel", address.channel());
            context.put("conversation", conversationView(conversation));
            OpenTicket ticket = memory.ticketOf(conversation.id());
            if (ticket != null) {
                context.put("ticket", ticketView(ticket));
            }
            Account account = policy.account(address);
            context.put("account", account.name());
            if (account.brand() != null) {
                context.put("brand", policy.accounts().brand(account.brand()).variables());
            }
        }
        for (String record : RECORDS) {
            if (background.data().path(record).isObject()) {
                context.put(record, map(background.data().path(record)));
            }
        }
        background.results().fields().forEachRemaining(result -> context.put(result.getKey(), map(result.getValue())));
        return context;
    }

    private Map<String, Object> eventView(Background background) {
        JsonNode data = background.data();
        Map<String, Object> view = new HashMap<>();
        view.put("type", background.first().type());
        view.put("time", background.first().time());
        view.put("text", data.path("message").path("text").asText(""));
        view.put("data", map(data));
        if (data.path("message").isObject()) {
            view.put("message", map(data.path("message")));
        }
        return view;
    }

    private Map<String, Object> conversationView(Conversation conversation) {
        Map<String, Object> view = new HashMap<>(map(conversation.variables()));
        view.put("id", conversation.id());
        view.put("state", conversation.state().name());
        view.put("unanswered", conversation.unanswered());
        return view;
    }

    private static Map<String, Object> ticketView(OpenTicket ticket) {
        return Map.of("id", ticket.id(), "number", ticket.number(), "status", ticket.status());
    }

    private Map<String, Object> map(JsonNode object) {
        return json.convertValue(object, MAP);
    }

    private Map<String, Object> contactView(Contact contact) {
        Map<String, Object> view = new HashMap<>(map(contact.attributes()));
        view.put("id", contact.id());
        if (contact.name() != null) {
            view.put("name", contact.name());
        }
        view.put("tags", List.copyOf(contact.tags()));
        return view;
    }
}
