package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.reply.ReplyLibrary;
import com.wecomesb.reply.ReplyMessage;
import com.wecomesb.rule.ActionSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plans what the customer gets to read: each message an action of its own, with its final content. */
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
        return messages(spec, scene).stream()
                .map(message -> message(conversation, message, scene, ids))
                .toList();
    }

    private static List<ReplyMessage> messages(ActionSpec spec, Scene scene) {
        ReplyLibrary replies = scene.policy().replies();
        JsonNode parameters = spec.parameters();
        return parameters.path("id").isTextual()
                ? replies.render(parameters.path("id").asText(), scene.context())
                : replies.renderInPlace(parameters, scene.context());
    }

    private ActionLog.Entry message(Conversation conversation, ReplyMessage message, Scene scene, ActionIds ids) {
        Conversation.Address address = conversation.address();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("touser", address.peer());
        if (address.isKf()) {
            body.put("open_kfid", address.account());
        }
        body.put("msgtype", message.msgtype());
        body.set(message.msgtype(), message.content());
        return WecomRequest.inConversation(
                        address.isKf() ? "kf/send_msg" : "message/send", conversation, body, scene, ids)
                .expiresAt(expires(scene.wantedAt(), settings.expiresAfter(), conversation))
                .ready();
    }

    /** Nothing goes out beyond the window that the platform gives for answering. */
    private static Instant expires(Instant now, Duration after, Conversation conversation) {
        Instant expires = now.plus(after);
        if (!conversation.address().isKf() || conversation.lastCustomerAt() == null) {
            return expires;
        }
        Instant windowEnds = conversation.lastCustomerAt().plus(Conversation.KF_WINDOW);
        return windowEnds.isBefore(expires) ? windowEnds : expires;
    }
}
