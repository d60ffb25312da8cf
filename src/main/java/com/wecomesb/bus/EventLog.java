package com.wecomesb.bus;

import java.util.concurrent.CompletableFuture;

/** The topic of events, as those who report one see it. */
@FunctionalInterface
public interface EventLog {

    /**
     * Appends the event durably: to Kafka, or, where Kafka does not acknowledge within {@code esb.bus.ack-timeout}, to
     * the inbox, from where it reaches Kafka later. Events of one key keep the order of these calls. An event may
     * appear twice; its {@link Event#uid} tells. Blocks for half a
     * second at most, for one more when the event is beyond {@code esb.bus.max-message-size} and the database keeps its data.
     *
     * @return done when the event can no longer be lost; fails with {@link NotAppended} within
     *     {@code esb.bus.append-timeout} if nobody has taken it. It completes on a thread of the bus: what follows there
     *     must not block
     */
    CompletableFuture<Void> append(Event event);
}
