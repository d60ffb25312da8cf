package com.wecomesb.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.rule.ActionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers what no rule knows: the first time with what the bot can do, the second time with a menu, the third time with
 * a colleague. A reply that the company's files do not have is passed over, and none is said twice in a row.
 */
@Component
class Fallbacks {

    private static final String PEOPLE = "fallback-handoff";
    private static final List<String> WORDS = List.of("fallback", "fallback-menu");

    private final ActionPlanner planner;
    private final Scenes scenes;

    Fallbacks(ActionPlanner planner, Scenes scenes) {
        this.planner = planner;
        this.scenes = scenes;
    }

    Decided answer(Turn turn, Conversation conversation, EventOutcome outcome, ObjectNode explanation) {
        int missed = conversation.unanswered();
        List<String> words =
                WORDS.stream().filter(turn.policy().replies()::contains).toList();
        if (missed < words.size()) {
            return say(turn, conversation, words.get(missed), outcome, explanation);
        }
        Account account = turn.policy().account(conversation.address());
        if (conversation.address().isKf() || account.handoff() != null) {
            return handOver(turn, conversation, account.handoff(), outcome, explanation);
        }
        return words.size() < 2
                ? say(turn, conversation, null, outcome, explanation)
                : say(turn, conversation, words.get(missed % words.size()), outcome, explanation);
    }

    private Decided say(
            Turn turn,
            Conversation conversation,
            @Nullable String reply,
            EventOutcome outcome,
            ObjectNode explanation) {
        turn.memory().keep(conversation.answered(false));
        if (reply == null) {
            note(explanation, "没有规则命中,也没有别的兜底回复可发");
            return turn.decided(outcome, null, explanation, List.of());
        }
        note(explanation, "没有规则命中,连续第 " + (conversation.unanswered() + 1) + " 次,发送兜底回复“" + reply + "”");
        List<ActionSpec> specs = List.of(ActionSpec.reply(reply));
        List<ActionLog.Entry> actions = planner.plan(specs, scenes.of(turn, Map.of(), reply));
        LastAnswers.note(turn, "", specs);
        return turn.decided(outcome, null, explanation, actions);
    }

    private Decided handOver(
            Turn turn,
            Conversation conversation,
            @Nullable String group,
            EventOutcome outcome,
            ObjectNode explanation) {
        List<ActionSpec> specs = new ArrayList<>();
        Stream.of(PEOPLE)
                .filter(turn.policy().replies()::contains)
                .map(ActionSpec::reply)
                .forEach(specs::add);
        specs.add(ActionSpec.handoff(group));
        turn.memory().keep(conversation.answered(false));
        Handover.ifAsked(turn, specs);
        note(explanation, "没有规则命中,连续第 " + (conversation.unanswered() + 1) + " 次,转人工");
        List<ActionLog.Entry> actions = planner.plan(specs, scenes.of(turn, Map.of(), PEOPLE));
        LastAnswers.note(turn, "", specs);
        return turn.decided(outcome, null, explanation, actions);
    }

    private static void note(ObjectNode explanation, String words) {
        String before = explanation.path("note").asText("");
        explanation.put("note", before.isEmpty() ? words : before + ";" + words);
    }
}
