package com.wecomesb.bus.inbox;

import com.wecomesb.bus.BusSettings;
import com.wecomesb.bus.NotAppended;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The fork between Kafka and the inbox. All appends of this instance take the same way: straight to Kafka, until one
 * waits too long; then what is under way and everything after it goes to the inbox, in order, until the mover has
 * emptied that. So nothing overtakes what waits in the inbox. What was diverted may still reach Kafka by itself, and
 * then appears twice.
 */
@Component
class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final EventProducer producer;
    private final BusSettings settings;
    private final Clock clock;
    private final InboxQueue queue;
    private final Set<Append> underWay = new LinkedHashSet<>();
    /** Since when appends go to the inbox; null while they go straight to Kafka. */
    private volatile @Nullable Instant diverted;

    private boolean kafkaAnswered;
    private boolean closed;

    Intake(EventProducer producer, BusSettings settings, Clock clock) {
        this.producer = producer;
        this.settings = settings;
        this.clock = clock;
        this.queue = new InboxQueue(2 * settings.maxWaiting());
        this.diverted = clock.instant();
    }

    InboxQueue queue() {
        return queue;
    }

    /** Since when appends go to the inbox. */
    Optional<Instant> divertedSince() {
        return Optional.ofNullable(diverted);
    }

    CompletableFuture<Void> append(ProducerRecord<String, byte[]> content) {
        Append append = new Append(content);
        if (goesStraight(append)) {
            send(append);
        }
        return append.future();
    }

    private synchronized boolean goesStraight(Append append) {
        if (closed) {
            append.fail(new NotAppended("the bus is not running"));
            return false;
        }
        if (underWay.size() >= settings.maxWaiting()) {
            divert("too many appends wait for Kafka");
        }
        if (diverted == null) {
            return underWay.add(append);
        }
        if (!queue.add(append)) {
            append.fail(new NotAppended("too many appends wait for the inbox"));
        }
        return false;
    }

    private void send(Append append) {
        append.sending();
        try {
            producer.send(append.content(), (metadata, error) -> answered(append, error));
        } catch (RuntimeException exception) {
            answered(append, exception);
        }
    }

    private void answered(Append append, @Nullable Exception error) {
        if (error != null && !EventProducer.isOfTheRecord(error)) {
            divert(error.getClass().getSimpleName());
            return;
        }
        synchronized (this) {
            kafkaAnswered = true;
            underWay.remove(append);
        }
        if (error == null) {
            append.succeed();
        } else {
            append.fail(new NotAppended("Kafka refuses the record", error));
        }
    }

    /** From now on the inbox, beginning with what Kafka has not acknowledged yet. */
    synchronized void divert(String reason) {
        if (diverted == null) {
            log.atWarn()
                    .addKeyValue("reason", reason)
                    .addKeyValue("waiting", underWay.size())
                    .log("events go to the inbox");
            turnAside();
        }
    }

    private void turnAside() {
        diverted = clock.instant();
        kafkaAnswered = false;
        queue.addFirst(List.copyOf(underWay));
        underWay.clear();
    }

    /** To be called several times a second: diverts what waits for Kafka too long, and fails what is too late. */
    void tick() {
        synchronized (this) {
            if (underWay.stream().findFirst().filter(this::isOverdue).isPresent()) {
                divert("Kafka does not acknowledge");
            }
            // With the database away as well, nothing got into the inbox that could be overtaken.
            if (diverted != null && kafkaAnswered && queue.holdIfUnused()) {
                straighten();
            }
        }
        queue.removeOlderThan(settings.appendTimeout())
                .forEach(
                        late -> late.fail(new NotAppended("neither Kafka nor the inbox has taken the record in time")));
    }

    private boolean isOverdue(Append append) {
        return append.wasSentBefore(settings.ackTimeout());
    }

    /** Straight to Kafka again, beginning with what is queued; only while the queue is held and the inbox empty. */
    synchronized void straighten() {
        Instant since = diverted;
        diverted = null;
        queue.unused();
        Append next = queue.poll();
        while (next != null) {
            underWay.add(next);
            send(next);
            next = diverted == null ? queue.poll() : null;
        }
        queue.release();
        log.atInfo().addKeyValue("since", since).log("events go straight to Kafka again");
    }

    synchronized void open() {
        closed = false;
    }

    /** Fails what is still waiting. */
    void close() {
        synchronized (this) {
            closed = true;
            turnAside();
        }
        queue.failAll(new NotAppended("the bus stops"));
    }
}
