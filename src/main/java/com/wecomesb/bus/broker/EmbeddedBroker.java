package com.wecomesb.bus.broker;

import com.wecomesb.bus.Brokers;
import com.wecomesb.bus.BusPhases;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.unit.DataSize;

/**
 * A Kafka broker of one node inside the process, reachable from the loopback address only. Its data outlives the
 * process; its ports do not.
 */
final class EmbeddedBroker implements Brokers, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String HOST = "127.0.0.1";
    private static final int NODE = 1;

    private final Path directory;
    private final FreePorts ports;
    private final DataSize maxMessageSize;
    private @Nullable KafkaRaftServer server;

    /**
     * @param directory where the data is, created when missing; no second process may use it at the same time
     * @param ports where to listen
     * @param maxMessageSize the largest record that the broker takes
     */
    EmbeddedBroker(Path directory, FreePorts ports, DataSize maxMessageSize) {
        this.directory = directory.toAbsolutePath();
        this.ports = ports;
        this.maxMessageSize = maxMessageSize;
    }

    @Override
    public String bootstrap() {
        return HOST + ":" + ports.broker();
    }

    @Override
    public synchronized void start() {
        long startedAt = System.nanoTime();
        format();
        KafkaRaftServer starting = new KafkaRaftServer(KafkaConfig.fromProps(properties(), false), Time.SYSTEM);
        starting.startup();
        server = starting;
        log.atInfo()
                .addKeyValue("bootstrap", bootstrap())
                .addKeyValue("directory", directory)
                .addKeyValue("millis", (System.nanoTime() - startedAt) / 1_000_000)
                .log("embedded Kafka broker started");
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
            log.info("embedded Kafka broker stopped");
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }

    @Override
    public int getPhase() {
        return BusPhases.BROKER;
    }

    private void format() {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setIgnoreFormatted(true)
                    .run();
        } catch (IOException exception) {
            throw new UncheckedIOException("cannot create the data directory of the embedded broker", exception);
        } catch (Exception exception) {
            throw new IllegalStateException("cannot format the data directory of the embedded broker", exception);
        }
    }

    private Properties properties() {
        String broker = "PLAINTEXT://" + bootstrap();
        String controller = HOST + ":" + ports.controller();
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE));
        properties.put("controller.quorum.voters", NODE + "@" + controller);
        properties.put("listeners", broker + ",CONTROLLER://" + controller);
        properties.put("advertised.listeners", broker);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("log.dirs", directory.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("message.max.bytes", Long.toString(maxMessageSize.toBytes()));
        startQuickly(properties);
        staySmall(properties);
        // acks=all survives a kill of the process without it; this bounds what a power cut can take.
        properties.put("log.flush.interval.ms", "1000");
        return properties;
    }

    /** The defaults are for clusters: with them a restart waits for sessions that nobody holds, up to 14 s. */
    private static void startQuickly(Properties properties) {
        properties.put("broker.session.timeout.ms", "1000");
        properties.put("broker.heartbeat.interval.ms", "250");
        properties.put("controlled.shutdown.enable", "true");
        properties.put("group.initial.rebalance.delay.ms", "0");
    }

    /** One node, a handful of groups, and a heap that belongs to the application. */
    private static void staySmall(Properties properties) {
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "1");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("log.cleaner.dedupe.buffer.size", "4194304");
        properties.put("log.index.size.max.bytes", "1048576");
    }
}
