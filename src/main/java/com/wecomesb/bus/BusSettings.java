package com.wecomesb.bus;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the bus is and how much it may hold.
 *
 * @param brokers {@code host:port,…} of the company's Kafka; empty: a broker starts inside the process
 * @param properties passed to every Kafka client as they are, for SASL and TLS: {@code security.protocol}, …
 * @param prefix what the names of all topics and consumer groups begin with
 * @param partitions of each topic, 1 to 1000; by default 12 in the embedded broker and 48 elsewhere. Order within a key
 *     depends on it: a changed count refuses the start
 * @param replicationFactor of topics that the bus creates; by default 1 embedded and the broker's own elsewhere
 * @param minInsyncReplicas of topics that the bus creates; by default the broker's own
 * @param retention how long topics keep their records, at least an hour
 * @param createTopics whether the bus creates topics that are missing
 * @param maxMessageSize of one record, 1 KB to 100 MB; the data of a larger event is kept in the database
 * @param batchSize how many events are decided in one transaction at most, 1 to 1000
 * @param ackTimeout after how long without Kafka's acknowledgement an event goes to the inbox
 * @param appendTimeout after how long an append fails that neither Kafka nor the inbox has taken; WeCom waits five
 *     seconds for its answer
 * @param maxWaiting how many appends may wait for Kafka before they go to the inbox; as many may wait for the inbox
 * @param drainTimeout how long calls in flight are waited for when partitions are taken away or the bus stops
 */
@ConfigurationProperties("esb.bus")
public record BusSettings(
        @DefaultValue("") String brokers,
        @DefaultValue Map<String, String> properties,
        @DefaultValue("esb.") String prefix,
        @Nullable Integer partitions,
        @Nullable Integer replicationFactor,
        @Nullable Integer minInsyncReplicas,
        @DefaultValue("7d") Duration retention,
        @DefaultValue("true") boolean createTopics,
        @DefaultValue("4MB") DataSize maxMessageSize,
        @DefaultValue("50") int batchSize,
        @DefaultValue("1s") Duration ackTimeout,
        @DefaultValue("4s") Duration appendTimeout,
        @DefaultValue("10000") int maxWaiting,
        @DefaultValue("10s") Duration drainTimeout) {

    private static final int EMBEDDED_PARTITIONS = 12;
    private static final int CLUSTER_PARTITIONS = 48;

    public BusSettings {
        brokers = brokers.strip();
        require(prefix.matches("[A-Za-z0-9._-]{0,100}"), "prefix may hold letters, digits, '.', '_' and '-'");
        require(partitions == null || isWithin(partitions, 1, 1000), "partitions must be 1 to 1000");
        require(replicationFactor == null || replicationFactor >= 1, "replication-factor must be at least 1");
        require(minInsyncReplicas == null || minInsyncReplicas >= 1, "min-insync-replicas must be at least 1");
        require(retention.compareTo(Duration.ofHours(1)) >= 0, "retention must be at least 1h");
        require(isWithin(maxMessageSize.toBytes(), 1 << 10, 100 << 20), "max-message-size must be 1KB to 100MB");
        require(isWithin(batchSize, 1, 1000), "batch-size must be 1 to 1000");
        require(ackTimeout.compareTo(Duration.ZERO) > 0, "ack-timeout must be positive");
        require(appendTimeout.compareTo(ackTimeout) > 0, "append-timeout must be longer than ack-timeout");
        require(maxWaiting >= 1, "max-waiting must be at least 1");
        require(!drainTimeout.isNegative(), "drain-timeout must not be negative");
    }

    public boolean isEmbedded() {
        return brokers.isEmpty();
    }

    /** How many partitions each topic has. */
    public int partitionCount() {
        if (partitions != null) {
            return partitions;
        }
        return isEmbedded() ? EMBEDDED_PARTITIONS : CLUSTER_PARTITIONS;
    }

    private static boolean isWithin(long value, long least, long most) {
        return value >= least && value <= most;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("esb.bus." + rule);
        }
    }

    /** Without the clients' properties: passwords are among them. */
    @Override
    public String toString() {
        return "BusSettings[brokers=" + brokers + ", prefix=" + prefix + ", partitions=" + partitionCount() + "]";
    }
}
