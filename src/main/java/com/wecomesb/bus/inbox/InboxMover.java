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
    /** Kafka is away, or another instance moves. */
    private static final int NOT_NOW = -1;
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

    /** Moves what can be moved now. To be called several times a second, by one thread. */
    void move() throws InterruptedException {
        if (intake.divertedSince().isEmpty() && !table.isEmpty()) {
            intake.divert("another instance has left events in the inbox");
        }
        if (intake.divertedSince().isEmpty() || !setup.look()) {
            return;
        }
        int moved = moveSome();
        while (moved == TOGETHER) {
            moved = moveSome();
        }
        if (moved != NOT_NOW) {
            straighten();
        }
    }

    private void straighten() throws InterruptedException {
        try {
            producer.lookUp(topics.events());
            producer.lookUp(topics.hints());
            if (intake.queue().hold(HOLD) && moveRest()) {
                intake.straighten();
            }
        } catch (KafkaException exception) {
            log.atDebug().addKeyValue("cause", exception.toString()).log("Kafka is not back yet");
        } finally {
            intake.queue().release();
        }
    }

    private boolean moveRest() {
        int moved = moveSome();
        for (int round = 1; moved > 0 && round < ROUNDS_HELD; round++) {
            moved = moveSome();
        }
        return moved == 0;
    }

    /** How many rows were moved, or {@link #NOT_NOW}. */
    private int moveSome() {
        Integer moved = transaction.execute(status -> {
            if (!table.lock()) {
                return NOT_NOW;
            }
            List<InboxTable.Row> rows = table.first(TOGETHER);
            if (!rows.isEmpty()) {
                if (!sender.send(rows)) {
                    return NOT_NOW;
                }
                table.remove(rows);
            }
            return rows.size();
        });
        return moved == null ? NOT_NOW : moved;
    }
}
