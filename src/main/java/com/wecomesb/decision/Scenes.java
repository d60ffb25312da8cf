package com.wecomesb.decision;

import com.wecomesb.conversation.Conversation;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sets the scene that a decision's actions are planned from, after the decision has taken effect in memory. */
@Component
class Scenes {

    private final TemplateContext templates;

    Scenes(TemplateContext templates) {
        this.templates = templates;
    }

    /**
     * The scene of one rule.
     *
     * @param match what templates see as {@code match}
     * @param origin the rule, or what acts in its place
     */
    Scene of(Turn turn, Map<String, String> match, String origin) {
        Conversation conversation = turn.current();
        Background background = Background.of(turn, match);
        return new Scene(
                turn.event(),
                background,
                conversation,
                turn.contact(),
                templates.of(background, turn.contact(), conversation, turn.memory(), turn.policy()),
                turn.policy(),
                turn.memory(),
                turn.now(),
                turn.now(),
                conversation == null ? 0 : conversation.epoch(),
                null,
                origin);
    }
}
