package com.wecomesb.connector.webhook;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that writes down which deliveries were taken. */
final class DeliveryWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeliveryWriter.class);
    private static final int PAUSE_MILLIS = 200;

    private final DeliveryLog deliveries;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread writer = new Thread(task, "esb-webhook-deliveries");
        writer.setDaemon(true);
        return writer;
    });

    DeliveryWriter(DeliveryLog deliveries) {
        this.deliveries = deliveries;
        var unused = thread.scheduleWithFixedDelay(this::write, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void write() {
        try {
            deliveries.write();
        } catch (RuntimeException failure) {
            log.atWarn()
                    .addKeyValue("cause", failure.getClass().getName())
                    .log("deliveries of webhooks are not tidied up, the next time tries again");
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        write();
    }
}
