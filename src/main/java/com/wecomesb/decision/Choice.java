package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.ConversationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about an event.
 *
 * @param outcome {@code DECIDED}, {@code UNMATCHED}, {@code ASKED}, …
 * @param rule the one that acts, or that the customer is asked about; null where none is
 * @param deeds what is done, in its order
 * @param explanation as it is stored with an event
 */
public record Choice(String outcome, @Nullable String rule, List<Deed> deeds, JsonNode explanation) {

    public Choice {
        deeds = List.copyOf(deeds);
    }

    static Choice of(Decided decided, Situation situation, Memory memory, Instant then) {
        List<Deed> deeds = new ArrayList<>();
        decided.actions().forEach(entry -> deeds.add(Deed.of(entry, then)));
        noted(situation.contact(), memory, deeds);
        noted(situation.conversation(), memory, deeds);
        String asking = decided.explanation().path("asking").asText(null);
        return new Choice(
                decided.outcome().name(),
                decided.actingRule() == null ? asking : decided.actingRule(),
                deeds,
                decided.explanation());
    }

    private static void noted(@Nullable Contact before, Memory memory, List<Deed> deeds) {
        Contact after = before == null ? null : memory.contact(before.id());
        if (before == null || after == null) {
            return;
        }
        TreeSet<String> added = new TreeSet<>(after.tags());
        added.removeAll(before.tags());
        added.forEach(tag -> deeds.add(Deed.noted("tag", "打标签:" + tag)));
        TreeSet<String> removed = new TreeSet<>(before.tags());
        removed.removeAll(after.tags());
        removed.forEach(tag -> deeds.add(Deed.noted("tag", "去标签:" + tag)));
        changed(before.attributes(), after.attributes(), "记属性:", deeds);
    }

    private static void noted(@Nullable Conversation before, Memory memory, List<Deed> deeds) {
        Conversation after = before == null ? null : memory.conversation(before.id());
        if (before == null || after == null) {
            return;
        }
        changed(before.variables(), after.variables(), "记会话变量:", deeds);
        if (after.state() == ConversationState.WAITING || after.state() == ConversationState.HUMAN) {
            deeds.add(Deed.noted("handoff", "会话转人工"));
        }
    }

    private static void changed(ObjectNode before, ObjectNode after, String words, List<Deed> deeds) {
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .forEach(name -> deeds.add(new Deed("set", words + name, name + "=" + after.get(name))));
    }

    /** Whether the same rule does the same. */
    public boolean isSameAs(Choice other) {
        return outcome.equals(other.outcome) && Objects.equals(rule, other.rule) && deeds.equals(other.deeds);
    }

    /** Without what is said to the customer. */
    @Override
    public String toString() {
        return "Choice[" + outcome + " " + rule + "]";
    }
}
