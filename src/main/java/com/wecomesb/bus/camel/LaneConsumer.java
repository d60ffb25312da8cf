package com.wecomesb.bus.camel;

import com.wecomesb.bus.ActionKind;
import org.apache.camel.Processor;

/** {@code from: bus:actions/KIND}. */
final class LaneConsumer extends BusConsumer {

    private final BusParts parts;
    private final ActionKind kind;

    LaneConsumer(ActionsEndpoint endpoint, Processor processor, ActionKind kind) {
        super(endpoint, processor);
        this.parts = endpoint.parts();
        this.kind = kind;
    }

    @Override
    KafkaLoop newLoop() {
        return new LaneLoop(parts, kind, this::deliver);
    }
}
