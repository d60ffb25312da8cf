package com.wecomesb.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.rule.ActionSpec;
import com.wecomesb.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Answers what no rule knows. */
@Component
class Fallbacks {

    private static final String FALLBACK = "fallback";

    private final ActionPlanner planner;
    private final Scenes scenes;

    Fallbacks(ActionPlanner planner, Scenes scenes) {
        this.planner = planner;
        this.scenes = scenes;
    }

    Decided answer(Turn turn, Conversation conversation, Verdict verdict) {
        turn.memory().keep(conversation.answered(false));
        ObjectNode explanation = verdict.explanation();
        explanation.put("note", "没有规则命中,发送兜底回复");
        if (!turn.policy().replies().contains(FALLBACK)) {
            explanation.put("note", "没有规则命中,也没有兜底回复");
            return turn.decided(EventOutcome.UNMATCHED, null, explanation, List.of());
        }
        List<ActionLog.Entry> actions =
                planner.plan(List.of(ActionSpec.reply(FALLBACK)), scenes.of(turn, Map.of(), FALLBACK));
        LastAnswers.note(turn, "", List.of(ActionSpec.reply(FALLBACK)));
        return turn.decided(EventOutcome.UNMATCHED, null, explanation, actions);
    }
}
