package com.wecomesb.decision;

import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Conversation;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The locked conversations and contacts of one batch while it is decided, and the positions it gives out. */
final class Memory {

    private static final long BLOCK = 1000;

    private final Map<String, Conversation> conversations;
    private final Map<String, Contact> contacts;
    private final LongSupplier positions;
    private final Map<String, Conversation> changedConversations = new LinkedHashMap<>();
    private final Map<String, Contact> changedContacts = new LinkedHashMap<>();
    private long nextPosition;
    private long endOfBlock;

    Memory(Map<String, Conversation> conversations, Map<String, Contact> contacts, LongSupplier positions) {
        this.conversations = new HashMap<>(conversations);
        this.contacts = new HashMap<>(contacts);
        this.positions = positions;
    }

    @Nullable
    Conversation conversation(@Nullable String id) {
        return id == null ? null : conversations.get(id);
    }

    @Nullable
    Contact contact(@Nullable String id) {
        return id == null ? null : contacts.get(id);
    }

    void keep(Conversation conversation) {
        if (!conversation.equals(conversations.put(conversation.id(), conversation))) {
            changedConversations.put(conversation.id(), conversation);
        }
    }

    void keep(Contact contact) {
        if (!contact.equals(contacts.put(contact.id(), contact))) {
            changedContacts.put(contact.id(), contact);
        }
    }

    long position() {
        if (nextPosition == endOfBlock) {
            nextPosition = positions.getAsLong();
            endOfBlock = nextPosition + BLOCK;
        }
        return nextPosition++;
    }

    Collection<Conversation> changedConversations() {
        return changedConversations.values();
    }

    Collection<Contact> changedContacts() {
        return changedContacts.values();
    }
}
