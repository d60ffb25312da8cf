package com.wecomesb.decision;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.conversation.Conversation;

/** The two shapes of a request to WeCom: within a conversation, and to colleagues. */
final class WecomRequest {

    private WecomRequest() {}

    /** Of everything that a conversation's customer sees. */
    static String lane(String conversationId) {
        return "reply:" + conversationId;
    }

    /** What the customer sees, in the order of the conversation. */
    static ActionDraft inConversation(
            String path, Conversation conversation, ObjectNode body, Scene scene, ActionIds ids) {
        Conversation.Address address = conversation.address();
        return ActionDraft.of(ActionKind.REPLY, path, scene, ids)
                .to(address.app(), "wecom:" + address.corp() + ":" + path, lane(conversation.id()))
                .seenByCustomer()
                .with(payload(address.app(), body))
                .alike(address.app() + "\n" + body);
    }

    /** An application message to colleagues, in the order of {@code recipient}. */
    static ActionDraft toColleagues(String app, String recipient, ObjectNode body, Scene scene, ActionIds ids) {
        return ActionDraft.of(ActionKind.NOTIFY, "message/send", scene, ids)
                .to(app, "app:" + app + ":message/send", "notify:" + recipient)
                .with(payload(app, body))
                .alike(app + "\n" + body);
    }

    static ObjectNode payload(String app, ObjectNode body) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("app", app);
        payload.set("body", body);
        return payload;
    }
}
