package com.wecomesb.bus.camel;

import com.wecomesb.bus.Hint;
import org.apache.camel.Producer;

/** {@code bus:hints}; hints are consumed by camel-kafka. */
final class HintsEndpoint extends BusEndpoint {

    HintsEndpoint(String uri, BusComponent component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        return new AppendProducer<>(this, Hint.class, parts().hints()::append);
    }
}
