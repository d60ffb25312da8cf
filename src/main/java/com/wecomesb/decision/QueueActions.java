package com.wecomesb.decision;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.conversation.Conversation;
import java.util.List;

/** Plans the way of a conversation into WeCom's own queue. */
final class QueueActions {

    private QueueActions() {}

    /** {@code kf/service_state/trans} to 2, WeCom's waiting pool (W94669). Other channels have no queue of their own. */
    static List<ActionLog.Entry> leaveToPeople(Scene scene, ActionIds ids) {
        Conversation conversation = scene.conversation();
        if (conversation == null || !conversation.address().isKf()) {
            return List.of();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("open_kfid", conversation.address().account());
        body.put("external_userid", conversation.address().peer());
        body.put("service_state", 2);
        return List.of(WecomRequest.inConversation("kf/service_state/trans", conversation, body, scene, ids)
                .expiresAt(scene.now().plus(Conversation.KF_WINDOW))
                .ready());
    }
}
