package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.bus.ActionKind;
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

/** Plans what the customer gets to see: each message an action of its own, with its final content, due in its turn. */
@Component
class ReplyActions {

    private final DecisionSettings settings;

    ReplyActions(DecisionSettings settings) {
        this.settings = settings;
    }

    List<ActionLog.Entry> plan(ActionSpec spec, Scene scene, ActionIds ids) {
        Conversation conversation = scene.conversation();
        if (conversation == null) {
            return List.of(
                    ActionDraft.of(ActionKind.REPLY, "message/send", scene, ids).skipped("这个事件不属于任何会话,无法回复"));
        }
        if (!Reach.includes(conversation, scene.policy())) {
            return List.of(ActionDraft.of(ActionKind.REPLY, "message/send", scene, ids)
                    .skipped(Reach.words(conversation, scene.policy())));
        }
        Answer answer = answer(spec, conversation, scene);
        List<ActionLog.Entry> entries = new ArrayList<>();
        Duration pause = Duration.ZERO;
        for (ReplyMessage message : answer.messages()) {
            pause = pause.plus(message.pause());
            entries.add(message(conversation, message, answer.choice(), pause, scene, ids));
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
                contact == null ? null : contact.attributes().path("style").asText(null),
                contact == null ? null : contact.attributes().path("language").asText(null));
    }

    private ActionLog.Entry message(
            Conversation conversation,
            ReplyMessage message,
            @Nullable Choice choice,
            Duration pause,
            Scene scene,
            ActionIds ids) {
        Conversation.Address address = conversation.address();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("touser", address.peer());
        if (address.isKf()) {
            body.put("open_kfid", address.account());
        }
        body.put("msgtype", message.msgtype());
        body.set(message.msgtype(), message.content());
        ObjectNode payload = WecomRequest.payload(address.app(), body);
        ReplyMessage.Attachment media = message.media();
        if (media != null) {
            payload.putObject("media")
                    .put("path", media.path())
                    .put("kind", media.kind().word())
                    .put("field", media.field());
        }
        String content = address.app() + "\n" + body + payload.path("media");
        if (choice != null) {
            payload.set("reply", json(choice));
        }
        return WecomRequest.inConversation(
                        address.isKf() ? "kf/send_msg" : "message/send", conversation, body, scene, ids)
                .with(payload)
                .alike(content)
                .dueAt(scene.now().plus(pause))
                .expiresAt(expires(scene.wantedAt().plus(pause), settings.expiresAfter(), conversation))
                .ready();
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

    /** Nothing goes out beyond the window that the platform gives for answering. */
    private static Instant expires(Instant due, Duration after, Conversation conversation) {
        Instant expires = due.plus(after);
        if (!conversation.address().isKf() || conversation.lastCustomerAt() == null) {
            return expires;
        }
        Instant windowEnds = conversation.lastCustomerAt().plus(Conversation.KF_WINDOW);
        return windowEnds.isBefore(expires) ? windowEnds : expires;
    }
}
