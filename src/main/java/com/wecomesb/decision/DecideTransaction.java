package com.wecomesb.decision;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.ActionReference;
import com.wecomesb.bus.DeadLetters;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventBatch;
import com.wecomesb.understanding.Understanding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Memories memories;
    private final Waits waits;
    private final ActionLog actions;
    private final Decider decider;
    private final DeadLetters deadLetters;

    DecideTransaction(
            DecisionStore store,
            Memories memories,
            Waits waits,
            ActionLog actions,
            Decider decider,
            DeadLetters deadLetters) {
        this.store = store;
        this.memories = memories;
        this.waits = waits;
        this.actions = actions;
        this.decider = decider;
        this.deadLetters = deadLetters;
    }

    /**
     * What a transaction has left to do.
     *
     * @param ready to be published
     * @param loopsCut how many chains of the bus's own decisions it cut
     */
    record Written(List<ActionReference> ready, int loopsCut) {}

    /** Decides what is new among these events; what was decided before keeps its decision. */
    @Transactional
    public Written decide(List<Prepared> batch, List<EventBatch.Item> items, Policy policy) {
        List<Prepared> fresh = fresh(batch);
        List<Decided> decided = new ArrayList<>();
        if (!fresh.isEmpty()) {
            Memory memory = memories.open(fresh, policy.rules());
            for (Prepared prepared : fresh) {
                Decided one = decider.decide(prepared, memory, policy);
                memory.cancellations().planned(one.actions());
                decided.add(one);
            }
            write(decided, memory, policy);
        }
        store.moveOffsets(items);
        return written(decided);
    }

    private List<Prepared> fresh(List<Prepared> batch) {
        Map<String, Prepared> first = new LinkedHashMap<>();
        batch.forEach(prepared -> first.putIfAbsent(prepared.event().uid(), prepared));
        Set<String> fresh = store.markSeen(first.keySet());
        return first.values().stream()
                .filter(prepared -> fresh.contains(prepared.event().uid()))
                .toList();
    }

    private void write(List<Decided> decided, Memory memory, Policy policy) {
        memories.write(memory);
        store.insertEvents(decided, policy.snapshot());
        List<ActionLog.Entry> entries =
                decided.stream().flatMap(one -> one.actions().stream()).toList();
        actions.insert(entries);
        waits.add(entries);
        store.releaseBudget(decided.stream()
                .filter(one -> one.prepared().isCustomerMessage() && one.conversationId() != null)
                .map(Decided::conversationId)
                .distinct()
                .toList());
        waits.cancel(memory.cancellations().cancelled());
        decided.stream()
                .filter(one -> one.outcome() == EventOutcome.LOOP_CUT)
                .forEach(one -> deadLetters.addEvent(
                        one.prepared().event(),
                        one.explanation().path("note").asText(),
                        null,
                        origin(one.prepared().item())));
    }

    private static Written written(List<Decided> decided) {
        List<ActionReference> ready = decided.stream()
                .flatMap(one -> one.actions().stream())
                .filter(entry -> entry.state() == ActionState.READY
                        && entry.action().kind().hasDestination())
                .map(ActionLog.Entry::action)
                .map(Action::reference)
                .toList();
        return new Written(ready, (int) decided.stream()
                .filter(one -> one.outcome() == EventOutcome.LOOP_CUT)
                .count());
    }

    /**
     * Gives an event up that cannot be decided: dead letter and offset in one transaction, later events go on. A
     * customer whose message it is goes to WeCom's own queue.
     */
    @Transactional
    public Written bury(EventBatch.Item item, @Nullable Prepared readable, Policy policy, RuntimeException cause) {
        Event event = item.event();
        List<Decided> buried = new ArrayList<>();
        if (!store.markSeen(Set.of(event.uid())).isEmpty()) {
            deadLetters.addEvent(event, "这个事件处理不了,需要人看一下", cause.getClass().getName(), origin(item));
            Prepared prepared = readable == null
                    ? new Prepared(item, MissingNode.getInstance(), null, null, null, Understanding.NONE)
                    : readable;
            Memory memory = memories.open(List.of(prepared), policy.rules());
            buried.add(decider.giveUp(prepared, memory, policy));
            write(buried, memory, policy);
        }
        store.moveOffsets(List.of(item));
        return written(buried);
    }

    private static String origin(EventBatch.Item item) {
        return item.topic() + "/" + item.partition() + "@" + item.offset();
    }
}
