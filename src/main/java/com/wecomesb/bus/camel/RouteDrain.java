package com.wecomesb.bus.camel;

import com.wecomesb.bus.BusPhases;
import com.wecomesb.bus.Drain;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Drains the routes that consume from the bus, and no others. When the process ends it tells all of them at once to take
 * nothing new; Camel then stops them one by one.
 */
@Component
class RouteDrain implements Drain, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RouteDrain.class);

    /** Not the context itself: Spring starts what a lifecycle bean depends on, and Camel must wait for its routes. */
    private final ObjectProvider<CamelContext> camel;

    private final List<String> drained = new ArrayList<>();
    private volatile boolean running;

    RouteDrain(ObjectProvider<CamelContext> camel) {
        this.camel = camel;
    }

    @Override
    public synchronized void drain() {
        stopClaiming();
        for (Route route : List.copyOf(camel.getObject().getRoutes())) {
            if (route.getConsumer() instanceof BusConsumer consumer
                    && consumer.loop().isPresent()) {
                stop(route.getRouteId());
            }
        }
        log.atInfo().addKeyValue("routes", drained.size()).log("drained: this instance takes no more work");
    }

    private void stop(String routeId) {
        try {
            camel.getObject().getRouteController().stopRoute(routeId);
            drained.add(routeId);
        } catch (Exception exception) {
            throw new IllegalStateException("route " + routeId + " cannot be stopped", exception);
        }
    }

    @Override
    public synchronized void resume() {
        for (String routeId : List.copyOf(drained)) {
            try {
                camel.getObject().getRouteController().startRoute(routeId);
                drained.remove(routeId);
            } catch (Exception exception) {
                throw new IllegalStateException("route " + routeId + " cannot be started", exception);
            }
        }
    }

    @Override
    public synchronized boolean isDrained() {
        return !drained.isEmpty();
    }

    private void stopClaiming() {
        for (Route route : camel.getObject().getRoutes()) {
            if (route.getConsumer() instanceof BusConsumer consumer) {
                consumer.loop().ifPresent(KafkaLoop::stopClaiming);
            }
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stopClaiming();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BusPhases.DRAIN;
    }
}
