package com.wecomesb.bus.camel;

import com.wecomesb.bus.ActionKind;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;

/** {@code bus:actions/KIND}; actions are published by those who write their rows. */
final class ActionsEndpoint extends BusEndpoint {

    private final ActionKind kind;

    ActionsEndpoint(String uri, BusComponent component, ActionKind kind) {
        super(uri, component);
        this.kind = kind;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        LaneConsumer consumer = new LaneConsumer(this, processor, kind);
        configureConsumer(consumer);
        return consumer;
    }
}
