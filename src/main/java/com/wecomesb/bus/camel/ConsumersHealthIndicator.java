package com.wecomesb.bus.camel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Says which consumers cannot work off what they have read. They go on trying, so the instance stays ready. */
@Component("consumersHealthIndicator")
class ConsumersHealthIndicator extends AbstractHealthIndicator {

    private final CamelContext camel;

    ConsumersHealthIndicator(CamelContext camel) {
        super("the health of consumers cannot be told");
        this.camel = camel;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, String> failing = new LinkedHashMap<>();
        for (Route route : camel.getRoutes()) {
            if (route.getConsumer() instanceof BusConsumer consumer) {
                consumer.loop()
                        .flatMap(KafkaLoop::failing)
                        .ifPresent(one -> failing.put(
                                route.getRouteId(),
                                one.cause() + " since " + one.since() + ", " + one.attempts() + " attempts"));
            }
        }
        health.status(failing.isEmpty() ? Status.UP : new Status("DEGRADED")).withDetails(failing);
    }
}
