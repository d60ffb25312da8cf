package com.wecomesb.decision;

import com.wecomesb.action.ActionLog;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.rule.ActionSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goes on with what waited for the outcome of a look-up or for the end of a delay. */
@Component
class Continuation {

    private final OutcomeBranches branches;
    private final ActionPlanner planner;

    Continuation(OutcomeBranches branches, ActionPlanner planner) {
        this.branches = branches;
        this.planner = planner;
    }

    /** What follows on this outcome; null when nothing waits for it. */
    @Nullable
    Decided goOn(Turn turn, String actionId) {
        OutcomeBranches.Taken taken = branches.take(turn, actionId);
        if (taken == null) {
            return null;
        }
        Conversation conversation = taken.scene().conversation();
        if (taken.isDelayed() && conversation != null && !Reach.includes(conversation, turn.policy())) {
            return turn.nothing(EventOutcome.NOT_SERVED, Reach.words(conversation, turn.policy()) + ",定时动作不再执行");
        }
        String rule = taken.action().cause().ruleId();
        String note = taken.isDelayed() ? "到了时间,按计划继续" : "按“" + taken.branch() + "”分支继续";
        return turn.decided(EventOutcome.DECIDED, rule, Turn.note(note), handingOver(turn, taken, conversation));
    }

    /** A handoff changes the owner before anything is planned; whom another owner has already is not handed over again. */
    private List<ActionLog.Entry> handingOver(
            Turn turn, OutcomeBranches.Taken taken, @Nullable Conversation conversation) {
        List<ActionSpec> specs = taken.specs();
        if (conversation == null || !ActionPlanner.handsOver(specs)) {
            return planner.plan(specs, taken.scene());
        }
        if (conversation.epoch() != taken.action().epoch()) {
            return planner.plan(
                    specs.stream()
                            .filter(spec -> !spec.kind().equals("handoff"))
                            .toList(),
                    taken.scene());
        }
        Conversation handedOver = ActionPlanner.handedOver(conversation);
        turn.memory().keep(handedOver);
        return planner.plan(specs, taken.scene().ownedAnew(handedOver));
    }
}
