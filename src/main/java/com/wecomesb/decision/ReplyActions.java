package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.reply.Answer;
import com.wecomesb.reply.Channel;
import com.wecomesb.reply.Choice;
import com.wecomesb.reply.Recipient;
import com.wecomesb.reply.ReplyLibrary;
import com.wecomesb.reply.ReplyMessage;
import com.wecomesb.rule.ActionSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans what is said to the customer: each message an action of its own, due when its turn comes. */
@Component
class ReplyActions {

    private final DecisionSettings settings;

    ReplyActions(DecisionSettings settings) {
        this.settings = settings;
    }

    List<ActionLog.Entry> reply(ActionSpec spec, Scene scene, ActionIds ids) {
        Conversation conversation = scene.conversation();
        List<ActionLog.Entry> entries = new ArrayList<>();
        if (conversation == null) {
            entries.add(WecomActions.skipped(scene, ids, "reply", "这个事件不属于任何会话,无法回复"));
            return entries;
        }
        Answer answer = answer(spec, conversation, scene);
        Instant due = scene.now();
        for (ReplyMessage message : answer.messages()) {
            due = due.plus(message.pause());
            entries.add(WecomActions.ready(message(conversation, message, answer.choice(), scene, ids, due)));
        }
        return entries;
    }

    private static Answer answer(ActionSpec spec, Conversation conversation, Scene scene) {
        JsonNode parameters = spec.parameters();
        return parameters.path("id").isTextual()
                ? scene.policy()
                        .replies()
                        .compose(parameters.path("id").asText(), recipient(conversation, scene), scene.context())
                : ReplyLibrary.composeInPlace(parameters, scene.context());
    }

    private static Recipient recipient(Conversation conversation, Scene scene) {
        Contact contact = scene.contact();
        return new Recipient(
                Channel.of(conversation.address().channel()),
                conversation.contactId(),
                contact == null ? null : attribute(contact, "style"),
                contact == null ? null : attribute(contact, "language"));
    }

    private static @Nullable String attribute(Contact contact, String name) {
        return contact.attributes().path(name).asText(null);
    }

    private Action message(
            Conversation conversation,
            ReplyMessage message,
            @Nullable Choice choice,
            Scene scene,
            ActionIds ids,
            Instant due) {
        Conversation.Address address = conversation.address();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("touser", address.peer());
        if (address.isKf()) {
            body.put("open_kfid", address.account());
        }
        body.put("msgtype", message.msgtype());
        body.set(message.msgtype(), message.content());
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("app", address.app());
        payload.set("body", body);
        if (message.media() != null) {
            payload.putObject("media")
                    .put("path", message.media().path())
                    .put("kind", message.media().kind().word())
                    .put("field", message.media().field());
        }
        if (choice != null) {
            payload.set("reply", json(choice));
        }
        return WecomActions.request(
                conversation,
                address.isKf() ? "kf/send_msg" : "message/send",
                payload,
                scene,
                ids,
                due,
                expires(due, settings.expiresAfter(), conversation));
    }

    /** So that reports can count which wording was sent how often. */
    private static ObjectNode json(Choice choice) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", choice.reply());
        if (choice.language() != null) {
            json.put("language", choice.language());
        }
        if (choice.style() != null) {
            json.put("style", choice.style());
        }
        if (choice.variant() != null) {
            json.put("variant", choice.variant());
        }
        return json;
    }

    private static Instant expires(Instant due, Duration after, Conversation conversation) {
        Instant expires = due.plus(after);
        if (!conversation.address().isKf() || conversation.lastCustomerAt() == null) {
            return expires;
        }
        Instant windowEnds = conversation.lastCustomerAt().plus(Conversation.KF_WINDOW);
        return windowEnds.isBefore(expires) ? windowEnds : expires;
    }
}
