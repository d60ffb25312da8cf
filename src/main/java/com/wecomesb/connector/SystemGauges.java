package com.wecomesb.connector;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Whether each system is called or left alone. Health stays UP meanwhile, so this is what an alert looks at. */
public final class SystemGauges implements MeterBinder {

    private final ConnectorCalls calls;

    public SystemGauges(ConnectorCalls calls) {
        this.calls = calls;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        calls.systems()
                .all()
                .forEach(system -> Gauge.builder("esb.system.breaker.open", () -> open(system.name()))
                        .description("1 while a system fails too often and is left alone; its actions wait")
                        .tag("system", system.name())
                        .register(meters));
    }

    private int open(String system) {
        return calls.breakerStates().getOrDefault(system, "CLOSED").equals("CLOSED") ? 0 : 1;
    }
}
