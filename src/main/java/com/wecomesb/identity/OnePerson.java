package com.wecomesb.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.conversation.Contact;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one contact says that was two, and what each of them says again afterwards. */
final class OnePerson {

    /** Lists in which both may be right. */
    private static final Set<String> TOGETHER = Set.of("phones", "emails");

    private OnePerson() {}

    /** The winner is right where both say something; the loser adds what the winner does not know. */
    static Contact of(Contact winner, Contact loser) {
        ObjectNode attributes = winner.attributes().deepCopy();
        loser.attributes().fields().forEachRemaining(attribute -> {
            JsonNode there = attributes.get(attribute.getKey());
            if (there == null) {
                attributes.set(attribute.getKey(), attribute.getValue().deepCopy());
            } else if (TOGETHER.contains(attribute.getKey())) {
                attributes.set(attribute.getKey(), union(there, attribute.getValue()));
            }
        });
        Set<String> tags = new TreeSet<>(winner.tags());
        tags.addAll(loser.tags());
        String name = winner.name() == null ? loser.name() : winner.name();
        return new Contact(winner.id(), winner.kind(), name, attributes, tags, winner.metAt());
    }

    private static ArrayNode union(JsonNode one, JsonNode other) {
        Set<JsonNode> all = new LinkedHashSet<>();
        one.forEach(all::add);
        other.forEach(all::add);
        return JsonNodeFactory.instance.arrayNode().addAll(all);
    }

    /** The winner without what the loser had brought and nobody has changed since. */
    static Contact without(Contact now, Moved moved) {
        Contact before = contact(now, moved.winner());
        Contact merged = of(before, contact(now, moved.loser()));
        ObjectNode attributes = now.attributes().deepCopy();
        Set<String> names = new HashSet<>();
        merged.attributes().fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (Objects.equals(attributes.get(name), merged.attributes().get(name))) {
                restore(attributes, name, before.attributes().get(name));
            }
        }
        Set<String> tags = new TreeSet<>(now.tags());
        Set<String> brought = new HashSet<>(moved.loser().tags());
        brought.removeAll(moved.winner().tags());
        tags.removeAll(brought);
        String name = Objects.equals(now.name(), merged.name()) ? before.name() : now.name();
        return new Contact(now.id(), now.kind(), name, attributes, tags, now.metAt());
    }

    private static void restore(ObjectNode attributes, String name, @Nullable JsonNode before) {
        if (before == null) {
            attributes.remove(name);
        } else {
            attributes.set(name, before);
        }
    }

    private static Contact contact(Contact like, Moved.Said said) {
        return new Contact(like.id(), like.kind(), said.name(), said.attributes(), said.tags(), like.metAt());
    }
}
