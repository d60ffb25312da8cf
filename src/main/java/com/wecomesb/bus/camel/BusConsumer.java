package com.wecomesb.bus.camel;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** Ties a loop to the life of its route. */
abstract class BusConsumer extends DefaultConsumer {

    private volatile @Nullable KafkaLoop loop;

    BusConsumer(BusEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    abstract KafkaLoop newLoop();

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        KafkaLoop started = newLoop();
        started.start();
        loop = started;
    }

    @Override
    protected void doStop() throws Exception {
        KafkaLoop stopping = loop;
        loop = null;
        if (stopping != null) {
            stopping.stop();
        }
        super.doStop();
    }

    /** The loop, while the route is started. */
    final Optional<KafkaLoop> loop() {
        return Optional.ofNullable(loop);
    }

    /** Lets the route work on this body. */
    final void deliver(Object body) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(body);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
