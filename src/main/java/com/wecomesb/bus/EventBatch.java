package com.wecomesb.bus;

import java.time.Instant;
import java.util.List;

/**
 * The events of one poll, in the order of their partitions.
 *
 * @param items never empty
 */
public record EventBatch(List<Item> items) {

    public EventBatch {
        items = List.copyOf(items);
    }

    /**
     * An event and where it lay.
     *
     * @param appendedAt when it was appended, by the clock of the instance that took it
     */
    public record Item(Event event, String topic, int partition, long offset, Instant appendedAt) {}
}
