package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.reply.TemplatedJson;
import com.wecomesb.rule.ActionSpec;
import org.springframework.stereotype.Component;

/**
 * Plans what is told to a system that the company has named in its settings. The address and the secret are the
 * settings' alone; a rule says a name and what to tell.
 */
@Component
class WebhookActions {

    private static final String VERB = "webhook";

    private final DecisionSettings settings;

    WebhookActions(DecisionSettings settings) {
        this.settings = settings;
    }

    ActionLog.Entry plan(ActionSpec spec, Scene scene, ActionIds ids) {
        String name = spec.parameters().path("to").asText();
        String target = VERB + ":" + name;
        return ActionDraft.of(ActionKind.NOTIFY, VERB, scene, ids)
                .to(name, target, target)
                .with(message(spec, scene))
                .expiresAt(scene.wantedAt().plus(settings.noticeExpiresAfter()))
                .ready();
    }

    /** In the form that Standard Webhooks proposes; nothing of what the customer wrote unless {@code with} says so. */
    private static ObjectNode message(ActionSpec spec, Scene scene) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("type", scene.background().first().type());
        message.put("timestamp", scene.background().first().time());
        ObjectNode data = message.putObject("data");
        data.put("event", scene.background().first().uid());
        data.put("rule", scene.origin().replaceFirst("/.*", ""));
        if (scene.contact() != null) {
            data.put("contact", scene.contact().id());
        }
        Conversation conversation = scene.conversation();
        if (conversation != null) {
            data.put("conversation", conversation.id());
            data.put("channel", conversation.address().channel());
            data.put("account", scene.policy().account(conversation.address()).name());
        }
        JsonNode with = TemplatedJson.render(spec.parameters().path("with"), scene.context());
        if (with instanceof ObjectNode fields) {
            data.setAll(fields);
        }
        return message;
    }
}
