package com.wecomesb.decision;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.ActionReference;
import com.wecomesb.bus.DeadLetters;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventBatch;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.Conversations;
import com.wecomesb.understanding.Understanding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one transaction of the decide step: marks the events as seen, locks the contacts and conversations of the batch
 * in the order of their ids, decides in memory, and writes everything together with the offsets.
 */
@Component
class DecideTransaction {

    private final DecisionStore store;
    private final Contacts contacts;
    private final Conversations conversations;
    private final ActionLog actions;
    private final Decider decider;
    private final DeadLetters deadLetters;

    DecideTransaction(
            DecisionStore store,
            Contacts contacts,
            Conversations conversations,
            ActionLog actions,
            Decider decider,
            DeadLetters deadLetters) {
        this.store = store;
        this.contacts = contacts;
        this.conversations = conversations;
        this.actions = actions;
        this.decider = decider;
        this.deadLetters = deadLetters;
    }

    /** Decides what is new among these events; what was decided before keeps its decision. */
    @Transactional
    public List<ActionReference> decide(List<Prepared> batch, List<EventBatch.Item> items, Policy policy) {
        List<Prepared> fresh = fresh(batch);
        List<Decided> decided = new ArrayList<>();
        if (!fresh.isEmpty()) {
            Map<String, Conversation> locked = lockConversations(fresh);
            Map<String, Contact> known = contacts.meetAndLock(acquaintances(fresh), contactIds(locked));
            Memory memory = new Memory(locked, known, actions::nextPositions);
            for (Prepared prepared : fresh) {
                decided.add(decider.decide(prepared, memory, policy));
            }
            write(decided, memory, known, policy);
        }
        store.moveOffsets(items);
        return ready(decided);
    }

    private List<Prepared> fresh(List<Prepared> batch) {
        Map<String, Prepared> first = new LinkedHashMap<>();
        batch.forEach(prepared -> first.putIfAbsent(prepared.event().uid(), prepared));
        Set<String> fresh = store.markSeen(first.keySet());
        return first.values().stream()
                .filter(prepared -> fresh.contains(prepared.event().uid()))
                .toList();
    }

    private static List<String> contactIds(Map<String, Conversation> locked) {
        return locked.values().stream().map(Conversation::contactId).distinct().toList();
    }

    private static List<Contacts.Acquaintance> acquaintances(List<Prepared> fresh) {
        Map<String, Contacts.Acquaintance> distinct = new LinkedHashMap<>();
        for (Prepared prepared : fresh) {
            if (prepared.acquaintance() != null) {
                distinct.merge(prepared.acquaintance().id(), prepared.acquaintance(), (one, other) -> {
                    List<Contacts.Identity> both = new ArrayList<>(one.identities());
                    other.identities().stream()
                            .filter(identity -> !both.contains(identity))
                            .forEach(both::add);
                    return new Contacts.Acquaintance(one.id(), one.kind(), both);
                });
            }
        }
        return List.copyOf(distinct.values());
    }

    private Map<String, Conversation> lockConversations(List<Prepared> fresh) {
        Map<String, Conversations.Opening> openings = new HashMap<>();
        Set<String> others = new HashSet<>();
        for (Prepared prepared : fresh) {
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

    private void write(List<Decided> decided, Memory memory, Map<String, Contact> known, Policy policy) {
        conversations.save(memory.changedConversations());
        contacts.save(memory.changedContacts(), known);
        store.insertEvents(decided, policy.snapshot());
        actions.insert(decided.stream().flatMap(one -> one.actions().stream()).toList());
        store.releaseBudget(decided.stream()
                .filter(one -> one.prepared().isCustomerMessage() && one.conversationId() != null)
                .map(Decided::conversationId)
                .distinct()
                .toList());
        decided.stream()
                .filter(one -> one.outcome() == EventOutcome.LOOP_CUT)
                .forEach(one -> deadLetters.addEvent(
                        one.prepared().event(),
                        one.explanation().path("note").asText(),
                        null,
                        origin(one.prepared().item())));
    }

    private static List<ActionReference> ready(List<Decided> decided) {
        return decided.stream()
                .flatMap(one -> one.actions().stream())
                .filter(entry -> entry.state() == ActionState.READY)
                .map(ActionLog.Entry::action)
                .map(Action::reference)
                .collect(Collectors.toList());
    }

    /**
     * Gives an event up that cannot be decided: dead letter and offset in one transaction, later events go on. A
     * customer whose message it is goes to WeCom's own queue.
     */
    @Transactional
    public List<ActionReference> bury(
            EventBatch.Item item, @Nullable Prepared readable, Policy policy, RuntimeException cause) {
        Event event = item.event();
        List<Decided> buried = new ArrayList<>();
        if (!store.markSeen(Set.of(event.uid())).isEmpty()) {
            deadLetters.addEvent(event, "这个事件处理不了,需要人看一下", cause.getClass().getName(), origin(item));
            Prepared prepared = readable == null
                    ? new Prepared(item, MissingNode.getInstance(), null, null, null, Understanding.NONE)
                    : readable;
            Map<String, Conversation> locked = lockConversations(List.of(prepared));
            Map<String, Contact> known = contacts.meetAndLock(acquaintances(List.of(prepared)), List.of());
            Memory memory = new Memory(locked, known, actions::nextPositions);
            buried.add(decider.giveUp(prepared, memory, policy));
            write(buried, memory, known, policy);
        }
        store.moveOffsets(List.of(item));
        return ready(buried);
    }

    private static String origin(EventBatch.Item item) {
        return item.topic() + "/" + item.partition() + "@" + item.offset();
    }
}
