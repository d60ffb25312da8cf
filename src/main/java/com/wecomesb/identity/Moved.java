package com.wecomesb.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Contacts.Identity;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a merge moved, and what both contacts were before: enough to take it back.
 *
 * @param merged contacts that had been merged into the loser
 */
record Moved(
        Said winner,
        Said loser,
        List<Identity> identities,
        List<String> conversations,
        List<Long> links,
        List<String> merged) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a contact says of itself. */
    record Said(@Nullable String name, ObjectNode attributes, Set<String> tags) {

        static Said by(Contact contact) {
            return new Said(contact.name(), contact.attributes(), new TreeSet<>(contact.tags()));
        }
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Moved read(String text) {
        try {
            return JSON.readValue(text, Moved.class);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** Without what they say. */
    @Override
    public String toString() {
        return "Moved[" + conversations.size() + " conversations, " + links.size() + " links]";
    }
}
