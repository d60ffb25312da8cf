package com.wecomesb.decision;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.bus.Event;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Conversation;
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

    private final ObjectMapper json;

    private final ZoneId businessZone;

    TemplateContext(ObjectMapper json, @Value("${esb.time-zone:Asia/Shanghai}") ZoneId businessZone) {
        this.json = json;
        this.businessZone = businessZone;
    }

    Map<String, Object> of(
            Event event,
            JsonNode data,
            @Nullable Contact contact,
            @Nullable Conversation conversation,
            Policy policy,
            Map<String, String> match) {
        Map<String, Object> context = new HashMap<>();
        Map<String, Object> eventView = new HashMap<>();
        eventView.put("type", event.type());
        eventView.put("time", event.time().toString());
        eventView.put("text", data.path("message").path("text").asText(""));
        eventView.put("data", map(data));
        if (data.path("message").isObject()) {
            eventView.put("message", map(data.path("message")));
        }
        context.put("event", eventView);
        context.put("time_zone", businessZone.getId());
        context.put("match", match);
        context.put("slots", match);
        if (contact != null) {
            context.put("contact", contactView(contact));
        }
        if (conversation != null) {
            Conversation.Address address = conversation.address();
            context.put("channel", address.channel());
            context.put("conversation", Map.of("id", conversation.id(), "unanswered", conversation.unanswered()));
            Account account = policy.account(address);
            context.put("account", account.name());
            if (account.brand() != null) {
                context.put("brand", policy.accounts().brand(account.brand()).variables());
            }
        }
        return context;
    }

    Map<String, Object> map(JsonNode object) {
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
