package com.wecomesb.conversation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A customer or a colleague.
 *
 * @param id ours, a pseudonym
 * @param kind {@code customer} or {@code staff}
 * @param name what a person or a system calls it, else its {@link #NICKNAME}
 * @param attributes what rules and systems noted
 * @param tags {@code 会员/黄金}
 * @param metAt when we first heard of it
 */
public record Contact(
        String id, String kind, @Nullable String name, ObjectNode attributes, Set<String> tags, Instant metAt) {

    /** The attribute that holds the name that WeCom shows, which the customer chooses. */
    public static final String NICKNAME = "nickname";

    /** Somebody of whom nothing is known yet. */
    public static Contact met(String id, String kind, Instant at) {
        return new Contact(id, kind, null, JsonNodeFactory.instance.objectNode(), Set.of(), at);
    }

    public boolean isStaff() {
        return kind.equals("staff");
    }

    public Contact named(@Nullable String newName) {
        return newName == null || newName.isBlank() || newName.equals(name)
                ? this
                : new Contact(id, kind, newName, attributes, tags, metAt);
    }

    /**
     * By what WeCom shows. That is the name as long as nobody has given another: what a company calls a customer does not
     * change with his nickname.
     */
    public Contact shownAs(@Nullable String nickname) {
        if (nickname == null || nickname.isBlank()) {
            return this;
        }
        String shown = attributes.path(NICKNAME).asText("");
        Contact called = name == null || name.equals(shown) ? named(nickname) : this;
        return shown.equals(nickname)
                ? called
                : called.with(JsonNodeFactory.instance.objectNode().put(NICKNAME, nickname));
    }

    /** Notes attributes; null forgets one. */
    public Contact with(ObjectNode more) {
        return new Contact(id, kind, name, Noted.merged(attributes, more), tags, metAt);
    }

    /** Removes first, with a tag also those below it ({@code 会员} with {@code 会员/黄金}), and adds then. */
    public Contact tagged(Set<String> added, Set<String> removed) {
        Set<String> all = new TreeSet<>(tags);
        all.removeIf(tag -> removed.stream().anyMatch(gone -> tag.equals(gone) || tag.startsWith(gone + "/")));
        all.addAll(added);
        return new Contact(id, kind, name, attributes, all, metAt);
    }

    /** Without name and attributes. */
    @Override
    public String toString() {
        return "Contact[" + kind + " " + id + "]";
    }
}
