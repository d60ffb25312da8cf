package com.wecomesb.bus.inbox;

import com.wecomesb.bus.kafka.TopicSetup;
import com.wecomesb.bus.kafka.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the inbox to Kafka in its order, one mover at a time over all instances, and opens the straight way again when
 * it is empty. A row is deleted only after Kafka has acknowledged it.
 */
@Component
class InboxMover {

    private static final Logger log = LoggerFactory.getLogger(InboxMover.class);
    private static final int TOGETHER = 200;
    /** How often rows of other instances may turn up while this one's appends are held. */
    private static final int ROUNDS_HELD = 5;

    private static final Duration HOLD = Duration.ofMillis(500);

    private final Intake intake;
    private final InboxTable table;
    private final RowSender sender;
    private final EventProducer producer;
    private final TopicSetup setup;
    private final Topics topics;
    private final TransactionTemplate transaction;

    InboxMover(
            Intake intake,
            InboxTable table,
            RowSender sender,
            EventProducer producer,
            TopicSetup setup,
            Topics topics,
            TransactionTemplate transaction) {
        this.intake = intake;
        this.table = table;
        this.sender = sender;
        this.producer = producer;
        this.setup = setup;
        this.topics = topics;
        this.transaction = transaction;
    }

    /** What one transaction of moving came to. */
    private enum Moved {
        ALL,
        SOME,
        NOT_NOW
    }

    /** Moves what can be moved now. To be called several times a second, by one thread. */
    void move() throws InterruptedException {
        if (intake.divertedSince().isEmpty() && !table.isEmpty()) {
            intake.divert("another instance has left events in the inbox");
        }
        if (intake.divertedSince().isPresent() && setup.look() && moveOn(Integer.MAX_VALUE) == Moved.ALL) {
            straighten();
        }
    }

    private void straighten() throws InterruptedException {
        try {
            producer.lookUp(topics.events());
            producer.lookUp(topics.hints());
            if (intake.queue().hold(HOLD) && moveOn(ROUNDS_HELD) == Moved.ALL) {
                intake.straighten();
            }
        } catch (KafkaException exception) {
            log.atDebug().addKeyValue("cause", exception.toString()).log("Kafka is not back yet");
        } finally {
            intake.queue().release();
        }
    }

    private Moved moveOn(int rounds) {
        for (int round = 0; round < rounds; round++) {
            Moved moved = transaction.execute(status -> moveSome());
            if (moved != Moved.SOME) {
                return moved == null ? Moved.NOT_NOW : moved;
            }
        }
        return Moved.SOME;
    }

    private Moved moveSome() {
        if (!table.lock()) {
            return Moved.NOT_NOW;
        }
        List<InboxTable.Row> rows = table.first(TOGETHER);
        if (rows.isEmpty()) {
            return Moved.ALL;
        }
        if (!sender.send(rows)) {
            return Moved.NOT_NOW;
        }
        table.remove(rows);
        log.atInfo().addKeyValue("events", rows.size()).log("events moved from the inbox to Kafka");
        return Moved.SOME;
    }
}
