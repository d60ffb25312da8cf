package com.wecomesb.bus.camel;

import com.wecomesb.bus.Event;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;

/** {@code bus:events}. */
final class EventsEndpoint extends BusEndpoint {

    EventsEndpoint(String uri, BusComponent component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        return new AppendProducer<>(this, Event.class, parts().events()::append);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        EventConsumer consumer = new EventConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }
}
