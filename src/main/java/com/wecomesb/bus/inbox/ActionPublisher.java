package com.wecomesb.bus.inbox;

import com.wecomesb.bus.ActionReference;
import com.wecomesb.bus.ActionTopics;
import com.wecomesb.bus.BusPhases;
import com.wecomesb.bus.NotAppended;
import com.wecomesb.bus.kafka.ActionRecords;
import com.wecomesb.bus.kafka.KafkaClients;
import com.wecomesb.bus.kafka.TopicSetup;
import com.wecomesb.bus.kafka.Topics;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends actions to the topics of their destinations, without any inbox. */
@Component
class ActionPublisher implements ActionTopics, SmartLifecycle {

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final KafkaClients clients;
    private final Topics topics;
    private final TopicSetup setup;
    private volatile @Nullable KafkaProducer<String, byte[]> producer;

    ActionPublisher(KafkaClients clients, Topics topics, TopicSetup setup) {
        this.clients = clients;
        this.topics = topics;
        this.setup = setup;
    }

    @Override
    public CompletableFuture<Void> publish(ActionReference action) {
        CompletableFuture<Void> published = new CompletableFuture<>();
        KafkaProducer<String, byte[]> open = producer;
        if (open == null || !setup.isReady()) {
            published.completeExceptionally(new NotAppended("Kafka is not there"));
            return published;
        }
        try {
            open.send(ActionRecords.write(action, topics.actions(action.kind())), (metadata, error) -> {
                if (error == null) {
                    published.complete(null);
                } else {
                    published.completeExceptionally(new NotAppended("Kafka has not taken an action", error));
                }
            });
        } catch (RuntimeException exception) {
            published.completeExceptionally(new NotAppended("Kafka has not taken an action", exception));
        }
        return published;
    }

    @Override
    public void start() {
        producer = clients.actionProducer();
    }

    @Override
    public void stop() {
        KafkaProducer<String, byte[]> closing = producer;
        producer = null;
        if (closing != null) {
            closing.close(FAREWELL);
        }
    }

    @Override
    public boolean isRunning() {
        return producer != null;
    }

    @Override
    public int getPhase() {
        return BusPhases.LOG;
    }
}
