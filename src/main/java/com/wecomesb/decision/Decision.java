package com.wecomesb.decision;

import com.wecomesb.bus.ActionReference;
import com.wecomesb.bus.ActionTopics;
import com.wecomesb.bus.EventBatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The decide step for the records of one poll: one transaction, then the actions to their topics. It may be repeated
 * at any point with the same outcome. A fault of the surroundings fails the whole batch, which is then read again; an
 * event that fails alone, twice, with the database well, is poison and becomes a dead letter.
 */
@Component("decision")
public class Decision {

    private static final Logger log = LoggerFactory.getLogger(Decision.class);

    private final Preparation preparation;
    private final Comprehension comprehension;
    private final DecideTransaction transaction;
    private final Supplier<Policy> policy;
    private final ActionTopics topics;
    private final Timer duration;
    private final Counter poison;
    private final Counter loopsCut;

    Decision(
            Preparation preparation,
            Comprehension comprehension,
            DecideTransaction transaction,
            Supplier<Policy> policy,
            ActionTopics topics,
            MeterRegistry meters) {
        this.preparation = preparation;
        this.comprehension = comprehension;
        this.transaction = transaction;
        this.policy = policy;
        this.topics = topics;
        this.duration = Timer.builder("esb.decide.batch").register(meters);
        this.poison = Counter.builder("esb.decide.poison").register(meters);
        this.loopsCut = Counter.builder("esb.decide.loops.cut")
                .description("Chains of the bus's own decisions that were cut")
                .register(meters);
    }

    /** Called by {@code flows/decide.camel.yaml}; an exception makes the bus deliver the same records again. */
    public void decide(EventBatch batch) {
        duration.record(() -> {
            Policy current = policy.get();
            publish(decideTogether(batch, current));
        });
    }

    private List<ActionReference> decideTogether(EventBatch batch, Policy current) {
        try {
            return take(transaction.decide(prepare(batch.items(), current), batch.items(), current));
        } catch (DataAccessException | TransactionException exception) {
            if (ofTheData(exception)) {
                return decideOneByOne(batch, current, exception);
            }
            throw exception;
        } catch (RuntimeException exception) {
            return decideOneByOne(batch, current, exception);
        }
    }

    /** Only a value that the database refuses is a fault of the event; everything else passes. */
    private static boolean ofTheData(RuntimeException exception) {
        return exception instanceof org.springframework.dao.DataIntegrityViolationException;
    }

    private List<Prepared> prepare(List<EventBatch.Item> items, Policy current) {
        List<Prepared> prepared =
                items.stream().map(item -> preparation.prepare(item, current)).toList();
        return comprehension.of(prepared, current);
    }

    private List<ActionReference> decideOneByOne(EventBatch batch, Policy current, RuntimeException cause) {
        log.atWarn()
                .addKeyValue("events", batch.items().size())
                .addKeyValue("cause", cause.getClass().getName())
                .log("batch failed, deciding its events one by one");
        List<ActionReference> decided = new ArrayList<>();
        for (EventBatch.Item item : batch.items()) {
            decided.addAll(decideAlone(item, current));
        }
        return decided;
    }

    private List<ActionReference> decideAlone(EventBatch.Item item, Policy current) {
        try {
            return take(transaction.decide(prepare(List.of(item), current), List.of(item), current));
        } catch (DataAccessException | TransactionException exception) {
            if (!ofTheData(exception)) {
                throw exception;
            }
            return poison(item, current, exception);
        } catch (RuntimeException exception) {
            return poison(item, current, exception);
        }
    }

    private List<ActionReference> poison(EventBatch.Item item, Policy current, RuntimeException cause) {
        log.atError()
                .addKeyValue("eventUid", item.event().uid())
                .addKeyValue("cause", cause.getClass().getName())
                .log("event cannot be decided, it is now a dead letter");
        poison.increment();
        return take(transaction.bury(item, readable(item, current), current, cause));
    }

    private List<ActionReference> take(DecideTransaction.Written written) {
        loopsCut.increment(written.loopsCut());
        return written.ready();
    }

    private @Nullable Prepared readable(EventBatch.Item item, Policy current) {
        try {
            return preparation.prepare(item, current);
        } catch (Preparation.Unreadable unreadable) {
            return null;
        }
    }

    private void publish(List<ActionReference> decided) {
        CompletableFuture<?>[] sent = decided.stream().map(topics::publish).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).join();
    }
}
