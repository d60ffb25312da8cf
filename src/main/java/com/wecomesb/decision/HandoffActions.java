package com.wecomesb.decision;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.rule.ActionSpec;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plans what a handoff brings with it: colleagues are told, and WeCom's own queue gets the conversation. */
@Component
class HandoffActions {

    private final NoticeActions notices;
    private final Briefing briefing;

    HandoffActions(NoticeActions notices, Briefing briefing) {
        this.notices = notices;
        this.briefing = briefing;
    }

    /**
     * The notice to the group that takes over; a handoff without one tells nobody.
     *
     * @param planned what the same rule has the bot do before
     */
    List<ActionLog.Entry> notice(ActionSpec spec, Scene scene, List<ActionLog.Entry> planned, ActionIds ids) {
        return spec.parameters().hasNonNull("to")
                ? notices.plan(spec, briefing.of(spec, scene, planned), scene, ids)
                : List.of();
    }

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
                .unless(null)
                .expiresAt(scene.now().plus(Conversation.KF_WINDOW))
                .ready());
    }
}
