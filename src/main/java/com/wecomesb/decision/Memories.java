package com.wecomesb.decision;

import com.wecomesb.action.ActionLog;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.ConversationTickets;
import com.wecomesb.conversation.Conversations;
import com.wecomesb.rule.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Locks and loads what a batch is decided from, always in the order of the ids, and writes back what the decisions
 * changed. Within the decide transaction.
 */
@Component
class Memories {

    private final Contacts contacts;
    private final Conversations conversations;
    private final RuleUses uses;
    private final OpenQuestions questions;
    private final PastEvents past;
    private final Waits waits;
    private final ConversationTickets tickets;
    private final ActionLog actions;

    Memories(
            Contacts contacts,
            Conversations conversations,
            RuleUses uses,
            OpenQuestions questions,
            PastEvents past,
            Waits waits,
            ConversationTickets tickets,
            ActionLog actions) {
        this.contacts = contacts;
        this.conversations = conversations;
        this.uses = uses;
        this.questions = questions;
        this.past = past;
        this.waits = waits;
        this.tickets = tickets;
        this.actions = actions;
    }

    /** What these rules can ask about the people of the batch; all of them stay locked until the transaction ends. */
    Memory open(List<Prepared> batch, RuleSet rules) {
        Map<String, Conversation> locked = lockConversations(batch);
        List<String> behind = Stream.concat(
                        locked.values().stream().map(Conversation::contactId), withoutConversation(batch, locked))
                .distinct()
                .toList();
        Map<String, Contact> known = contacts.meetAndLock(acquaintances(batch), behind);
        return new Memory(
                new Memory.Known(
                        locked,
                        known,
                        rules.anyRests() ? uses.of(known.keySet()) : Map.of(),
                        rules.anyAsks() ? questions.of(locked.keySet()) : Map.of(),
                        past.of(known.keySet(), rules.counted(), earliest(batch)),
                        waits.of(locked.keySet()),
                        rules.counted().tickets() ? tickets.openOf(locked.keySet()) : Map.of()),
                new LanePositions(actions::nextPositions));
    }

    private static Instant earliest(List<Prepared> batch) {
        return batch.stream()
                .map(prepared -> prepared.event().time())
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** The key of an outcome that belongs to no conversation is its contact. */
    private static Stream<String> withoutConversation(List<Prepared> batch, Map<String, Conversation> locked) {
        return batch.stream()
                .filter(prepared -> prepared.outcomeOf() != null)
                .map(prepared -> prepared.event().key())
                .filter(key -> !locked.containsKey(key));
    }

    private static List<Contacts.Acquaintance> acquaintances(List<Prepared> batch) {
        Map<String, Contacts.Acquaintance> distinct = new LinkedHashMap<>();
        for (Prepared prepared : batch) {
            if (prepared.acquaintance() != null) {
                distinct.merge(prepared.acquaintance().id(), prepared.acquaintance(), Memories::together);
            }
        }
        return List.copyOf(distinct.values());
    }

    private static Contacts.Acquaintance together(Contacts.Acquaintance one, Contacts.Acquaintance other) {
        List<Contacts.Identity> both = new ArrayList<>(one.identities());
        other.identities().stream().filter(identity -> !both.contains(identity)).forEach(both::add);
        return new Contacts.Acquaintance(one.id(), one.kind(), both);
    }

    private Map<String, Conversation> lockConversations(List<Prepared> batch) {
        Map<String, Conversations.Opening> openings = new HashMap<>();
        Set<String> others = new HashSet<>();
        for (Prepared prepared : batch) {
            if (prepared.opening() != null) {
                openings.put(prepared.opening().id(), prepared.opening());
            } else if (prepared.outcomeOf() != null) {
                others.add(prepared.event().key());
            }
        }
        Map<String, Conversation> locked = new HashMap<>(conversations.openAndLock(openings.values()));
        others.removeAll(locked.keySet());
        locked.putAll(conversations.lock(others));
        return locked;
    }

    void write(Memory memory) {
        conversations.save(memory.changedConversations());
        contacts.save(memory.changedContacts(), memory.contactsBefore());
        uses.save(memory.changedUses(), memory.before().uses());
        questions.delete(memory.closedQuestions());
        questions.insert(memory.asked());
    }
}
