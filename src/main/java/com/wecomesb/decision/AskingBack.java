package com.wecomesb.decision;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.rule.ActionSpec;
import com.wecomesb.rule.Match;
import com.wecomesb.rule.Rule;
import com.wecomesb.rule.condition.Answering;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the customer 「您是想问“…”吗?」 before a rule acts on what was only guessed, and takes the answer. */
@Component
class AskingBack {

    /** The reply of the library that asks, with {@code question} as a variable; without it a plain text asks. */
    private static final String REPLY = "confirm";

    private static final String TEXT = "您是想问“{{ question }}”吗?请回复“是”或“否”。";

    private final DecisionSettings settings;
    private final ActionPlanner planner;
    private final Scenes scenes;
    private final Acting acting;
    private final Fallbacks fallbacks;

    AskingBack(DecisionSettings settings, ActionPlanner planner, Scenes scenes, Acting acting, Fallbacks fallbacks) {
        this.settings = settings;
        this.planner = planner;
        this.scenes = scenes;
        this.acting = acting;
        this.fallbacks = fallbacks;
    }

    /**
     * Asks, and lets the rule wait for the answer; this is neither an answer nor a miss.
     *
     * @param beside what others than the asking rule do in the meantime
     */
    Decided ask(Turn turn, Conversation conversation, Match match, ObjectNode explanation, List<Match> beside) {
        Rule rule = match.rule();
        List<ActionLog.Entry> actions = new ArrayList<>(acting.beside(turn, beside));
        String question = question(turn.policy(), match);
        Scene scene = scenes.of(turn, match.variables(), rule.id() + "/ask");
        scene.context().put("question", question);
        actions.addAll(0, planner.plan(List.of(asking(turn.policy())), scene));
        turn.memory()
                .ask(new OpenQuestion(
                        conversation.id(),
                        rule.id(),
                        rule.control().question(),
                        match.variables(),
                        turn.event().uid(),
                        conversation.epoch(),
                        turn.now().plus(settings.questionExpiresAfter())));
        explanation.put("asking", rule.id()).put("note", "没有把握,先问客户:您是想问“" + question + "”吗?");
        return turn.decided(EventOutcome.ASKED, null, explanation, actions);
    }

    private static ActionSpec asking(Policy policy) {
        return policy.replies().contains(REPLY)
                ? ActionSpec.reply(REPLY)
                : ActionSpec.replyInPlace(JsonNodeFactory.instance.objectNode().put("text", TEXT));
    }

    /** The words of the rule; of a rule that sends the nearest answer the question that it answers. */
    private static String question(Policy policy, Match match) {
        String nearest = match.variables().getOrDefault(Answering.VARIABLE, "");
        return policy.replies().questions().getOrDefault(nearest, List.of()).stream()
                .findFirst()
                .orElse(match.rule().control().question());
    }

    /** What a message means that follows on a question; null where it is to be decided like any other. */
    @Nullable
    Decided answer(Turn turn, Conversation conversation, OpenQuestion open) {
        boolean late = turn.event().time().isAfter(open.expiresAt());
        Rule rule = turn.policy()
                .rules()
                .rule(open.ruleId())
                .filter(current -> current.control().question().equals(open.question()))
                .orElse(null);
        if (late || rule == null || open.epoch() != conversation.epoch()) {
            return null;
        }
        return switch (YesOrNo.of(turn.prepared().text())) {
            case YES -> {
                turn.memory().keep(conversation.answered(true));
                yield acting.confirmed(turn, open, rule);
            }
            case NO ->
                fallbacks.answer(
                        turn,
                        conversation,
                        EventOutcome.DECLINED,
                        Turn.note("客户说不是要问“" + open.question() + "”").put("asked", open.eventUid()));
            case NEITHER -> null;
        };
    }
}
