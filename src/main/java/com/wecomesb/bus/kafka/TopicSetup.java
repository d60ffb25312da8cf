package com.wecomesb.bus.kafka;

import com.wecomesb.bus.BusPhases;
import com.wecomesb.bus.BusSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sees to it that the topics are there with the right count of partitions. A wrong count refuses the start; a broker
 * that cannot be reached does not, because callbacks have to be taken into the inbox: then it is looked at again later,
 * and until then nothing is produced or consumed.
 */
@Component
public class TopicSetup implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicSetup.class);
    private static final long PATIENCE_SECONDS = 10;

    private final KafkaClients clients;
    private final Topics topics;
    private final BusSettings settings;
    private volatile boolean ready;
    private volatile @Nullable String mistake;
    private volatile boolean running;

    TopicSetup(KafkaClients clients, Topics topics, BusSettings settings) {
        this.clients = clients;
        this.topics = topics;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        if (!look()) {
            log.warn("Kafka cannot be reached at the start: events go to the inbox until it can");
        }
    }

    /** Whether the topics were found to be as they have to be. */
    public boolean isReady() {
        return ready;
    }

    /** What has to be mended before anything is produced or consumed. */
    public Optional<String> mistake() {
        return Optional.ofNullable(mistake);
    }

    /**
     * Looks at the topics and creates what is missing, unless that was done; takes some seconds when Kafka is away.
     *
     * @return whether they are ready now
     * @throws TopicMismatch if a topic has another count of partitions, or is missing and may not be created
     */
    public synchronized boolean look() {
        if (ready) {
            return true;
        }
        try (Admin admin = clients.admin()) {
            List<String> missing = new ArrayList<>(topics.all());
            missing.removeAll(describe(admin).keySet());
            if (!missing.isEmpty()) {
                create(admin, missing);
            }
            describeAll(admin).values().forEach(this::check);
            ready = true;
            mistake = null;
        } catch (TopicMismatch mismatch) {
            mistake = mismatch.getMessage();
            throw mismatch;
        } catch (ExecutionException | TimeoutException | KafkaException exception) {
            log.atDebug().addKeyValue("cause", exception.toString()).log("topics cannot be looked at");
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
        return ready;
    }

    private Map<String, TopicDescription> describe(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, TopicDescription> there = new HashMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> one :
                admin.describeTopics(topics.all()).topicNameValues().entrySet()) {
            try {
                there.put(one.getKey(), one.getValue().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException exception) {
                if (!(exception.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw exception;
                }
            }
        }
        return there;
    }

    /** What was just created, here or by another instance, is not known everywhere at once. */
    private Map<String, TopicDescription> describeAll(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Map<String, TopicDescription> there = describe(admin);
        while (there.size() < topics.all().size()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("topics do not appear");
            }
            there = describe(admin);
        }
        return there;
    }

    private void check(TopicDescription topic) {
        int there = topic.partitions().size();
        if (there != settings.partitionCount()) {
            throw TopicMismatch.partitions(topic.name(), there, settings.partitionCount());
        }
    }

    private void create(Admin admin, List<String> missing)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (!settings.createTopics()) {
            throw TopicMismatch.missing(missing);
        }
        try {
            admin.createTopics(missing.stream().map(this::wanted).toList())
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            log.atInfo()
                    .addKeyValue("topicNames", missing)
                    .addKeyValue("partitions", settings.partitionCount())
                    .log("topics created");
        } catch (ExecutionException exception) {
            // Another instance was faster.
            if (!(exception.getCause() instanceof TopicExistsException)) {
                throw exception;
            }
        }
    }

    private NewTopic wanted(String topic) {
        Integer replicas = settings.replicationFactor();
        Optional<Short> replication = replicas != null
                ? Optional.of(replicas.shortValue())
                : settings.isEmbedded() ? Optional.of((short) 1) : Optional.empty();
        Map<String, String> configs = new HashMap<>();
        configs.put(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(settings.retention().toMillis()));
        configs.put(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Long.toString(settings.maxMessageSize().toBytes()));
        if (settings.minInsyncReplicas() != null) {
            configs.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(settings.minInsyncReplicas()));
        }
        return new NewTopic(topic, Optional.of(settings.partitionCount()), replication).configs(configs);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BusPhases.TOPICS;
    }
}
