package com.wecomesb.decision;

import com.wecomesb.conversation.Conversation;
import com.wecomesb.rule.ActionSpec;
import java.util.List;

/** Notes in the conversation what the bot answered, for rules that ask about it. */
final class LastAnswers {

    private LastAnswers() {}

    /** @param rule empty where none decided it */
    static void note(Turn turn, String rule, List<ActionSpec> specs) {
        Conversation current = turn.current();
        List<ActionSpec> replies =
                specs.stream().filter(spec -> spec.kind().equals("reply")).toList();
        if (current != null && !replies.isEmpty()) {
            String last =
                    replies.get(replies.size() - 1).parameters().path("id").asText("");
            turn.memory().keep(current.answeredWith(new Conversation.Answer(turn.now(), rule, last)));
        }
    }
}
