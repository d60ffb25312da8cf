package com.wecomesb.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.rule.ActionSpec;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Leaves a conversation to people. */
@Component
class Handover {

    private final ActionPlanner planner;
    private final Scenes scenes;

    Handover(ActionPlanner planner, Scenes scenes) {
        this.planner = planner;
        this.scenes = scenes;
    }

    /** Without a word to the customer: WeCom's own queue has the conversation from now on, where there is one. */
    Decided silently(Turn turn, Conversation conversation, EventOutcome outcome, ObjectNode explanation) {
        List<ActionLog.Entry> actions = List.of();
        if (conversation.address().isKf()) {
            turn.memory().keep(ActionPlanner.handedOver(conversation));
            actions = planner.leaveToPeople(scenes.of(turn, Map.of(), outcome.name()));
        }
        return turn.decided(outcome, null, explanation, actions);
    }

    /** The epoch rises before anything is planned, so that the farewell carries the epoch that holds after it. */
    static void ifAsked(Turn turn, List<ActionSpec> specs) {
        Conversation current = turn.current();
        if (current != null && ActionPlanner.handsOver(specs)) {
            turn.memory().keep(ActionPlanner.handedOver(current));
        }
    }
}
