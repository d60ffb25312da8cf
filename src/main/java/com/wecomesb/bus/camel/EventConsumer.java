package com.wecomesb.bus.camel;

import org.apache.camel.Processor;

/** {@code from: bus:events}. */
final class EventConsumer extends BusConsumer {

    private final BusParts parts;

    EventConsumer(EventsEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.parts = endpoint.parts();
    }

    @Override
    KafkaLoop newLoop() {
        return new EventLoop(parts, this::deliver);
    }
}
