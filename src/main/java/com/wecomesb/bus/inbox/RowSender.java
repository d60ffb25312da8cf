package com.wecomesb.bus.inbox;

import com.wecomesb.bus.DeadLetter;
import com.wecomesb.bus.DeadLetters;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.stereotype.Component;

/**
 * Sends rows of the inbox to Kafka in their order. A row that Kafka has not answered yet is not sent again by the next
 * attempt: Kafka may be away for hours. For one thread.
 */
@Component
class RowSender {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final EventProducer producer;
    private final DeadLetters deadLetters;
    private final NavigableMap<Long, Future<RecordMetadata>> sent = new TreeMap<>();

    RowSender(EventProducer producer, DeadLetters deadLetters) {
        this.producer = producer;
        this.deadLetters = deadLetters;
    }

    /**
     * Sends them and waits for the answers.
     *
     * @param rows the first of the inbox
     * @return whether each of them is now in Kafka or, if it can never be, a dead letter
     */
    boolean send(List<InboxTable.Row> rows) {
        sent.headMap(rows.get(0).seq()).clear();
        for (InboxTable.Row row : rows) {
            Future<RecordMetadata> answer =
                    sent.computeIfAbsent(row.seq(), seq -> producer.send(row.content(), (metadata, error) -> {}));
            if (answer.isDone() && !isSettled(row, 0)) {
                return false;
            }
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        return rows.stream().allMatch(row -> isSettled(row, deadline - System.nanoTime()));
    }

    private boolean isSettled(InboxTable.Row row, long nanos) {
        Future<RecordMetadata> answer = sent.get(row.seq());
        if (answer == null) {
            return false;
        }
        try {
            answer.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException exception) {
            Throwable cause = exception.getCause();
            if (cause != null && EventProducer.isOfTheRecord(cause)) {
                bury(row, cause);
                return true;
            }
            // It goes again, and what came after it goes after it.
            sent.tailMap(row.seq()).clear();
            return false;
        } catch (TimeoutException kafkaIsAway) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void bury(InboxTable.Row row, Throwable cause) {
        deadLetters.addRecord(
                DeadLetter.Kind.EVENT,
                "inbox/" + row.seq(),
                row.content().topic(),
                row.content().value(),
                "Kafka 不接受这条记录(太大或不合格式)",
                cause.getClass().getSimpleName());
    }
}
