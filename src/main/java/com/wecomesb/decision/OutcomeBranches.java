package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.bus.Event;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.rule.ActionSpec;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a look-up goes on with: {@code found}, {@code missing} or {@code failed}, under the causality and the epoch of
 * the decision that asked. The branches of an action are taken once, by its first outcome.
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
    record Taken(String rule, String branch, List<ActionSpec> specs, Scene scene) {}

    @Nullable
    Taken take(Prepared outcome, String actionId, Memory memory, Policy policy, Instant now) {
        Action action = actions.find(actionId).orElse(null);
        if (action == null) {
            return null;
        }
        JsonNode branches = actions.takeBranches(action).orElse(null);
        if (branches == null) {
            return null;
        }
        String branch = branch(outcome.data());
        Map<String, String> match = new HashMap<>();
        branches.path("match")
                .fields()
                .forEachRemaining(
                        entry -> match.put(entry.getKey(), entry.getValue().asText()));
        JsonNode first =
                store.eventData(branches.path("event").asText()).orElseGet(JsonNodeFactory.instance::objectNode);
        Conversation conversation = memory.conversation(action.conversationId());
        Contact contact = memory.contact(action.contactId());
        Event event = outcome.event();
        Map<String, Object> context = templates.of(event, first, contact, conversation, policy, match);
        JsonNode result = outcome.data().path("result");
        if (result.isObject()) {
            context.put(branches.path("as").asText(), templates.map(result));
        }
        Scene scene = new Scene(
                event,
                first,
                conversation,
                contact,
                context,
                policy,
                memory,
                now,
                action.epoch(),
                action.cause().ruleId() + "/" + branch);
        return new Taken(action.cause().ruleId(), branch, ActionSpec.fromJson(branches.path(branch)), scene);
    }

    private static String branch(JsonNode outcome) {
        if (!outcome.path("state").asText().equals("done")) {
            return "failed";
        }
        JsonNode result = outcome.path("result");
        boolean found = result.isObject() && result.path("found").asBoolean(true);
        return found ? "found" : "missing";
    }
}
