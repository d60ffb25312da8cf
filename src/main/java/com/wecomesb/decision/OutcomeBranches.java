package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.rule.ActionSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What follows on the outcome of a look-up ({@code found}, {@code missing}, {@code failed}) or on the end of a delay
 * ({@code then}), under the causality and the epoch of the decision that asked. It is taken once, by the first outcome.
 */
@Component
class OutcomeBranches {

    private final ActionLog actions;
    private final DecisionStore store;
    private final TemplateContext templates;

    OutcomeBranches(ActionLog actions, DecisionStore store, TemplateContext templates) {
        this.actions = actions;
        this.store = store;
        this.templates = templates;
    }

    /** The branch that was taken, with the scene of the first decision. */
    record Taken(Action action, String branch, List<ActionSpec> specs, Scene scene) {

        boolean isDelayed() {
            return action.kind() == ActionKind.SCHEDULE;
        }
    }

    @Nullable
    Taken take(Turn turn, String actionId) {
        Action action = actions.find(actionId).orElse(null);
        if (action == null || turn.memory().cancellations().isCancelled(actionId)) {
            return null;
        }
        JsonNode stored = actions.takeBranches(action).orElse(null);
        if (stored == null) {
            return null;
        }
        String branch = Following.branch(action, turn.prepared().data());
        return new Taken(action, branch, Following.specs(stored, branch), scene(turn, action, stored, branch));
    }

    private Scene scene(Turn turn, Action action, JsonNode stored, String branch) {
        boolean delayed = action.kind() == ActionKind.SCHEDULE;
        Background background = background(turn.prepared().data(), stored);
        Conversation conversation = turn.memory().conversation(action.conversationId());
        Contact contact = turn.memory().contact(action.contactId());
        return new Scene(
                turn.event(),
                background,
                conversation,
                contact,
                templates.of(background, contact, conversation, turn.memory(), turn.policy()),
                turn.policy(),
                turn.memory(),
                turn.now(),
                delayed ? action.dueAt() : turn.now(),
                action.epoch(),
                delayed ? action.unless() : Following.unless(stored),
                action.cause().ruleId() + "/" + branch);
    }

    private Background background(JsonNode outcome, JsonNode stored) {
        JsonNode data = store.eventData(stored.path("event").asText()).orElseGet(JsonNodeFactory.instance::objectNode);
        Background background = Background.stored(stored, data);
        JsonNode result = outcome.path("result");
        return result.isObject() ? background.withResult(stored.path("as").asText(), result) : background;
    }
}
