package com.wecomesb.bus.camel;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** What all endpoints of {@code bus:} have in common. */
abstract class BusEndpoint extends DefaultEndpoint {

    private final BusComponent component;

    BusEndpoint(String uri, BusComponent component) {
        super(uri, component);
        this.component = component;
    }

    BusParts parts() {
        return component.parts();
    }

    @Override
    public boolean isSingleton() {
        return true;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(getEndpointUri() + " cannot be sent to");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        throw new UnsupportedOperationException(getEndpointUri() + " cannot be consumed from");
    }
}
