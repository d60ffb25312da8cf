package com.wecomesb.bus.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/** The product's own broker as an external one: one shared by all tests of a run, or one to stop and start. */
public final class TestBroker implements AutoCloseable {

    private final EmbeddedBroker broker;

    private TestBroker(Path directory) {
        broker = new EmbeddedBroker(directory, FreePorts.find(), DataSize.ofMegabytes(4));
    }

    /** Lives until the JVM ends; tests keep apart by their topics' prefix. */
    public static String shared() {
        return Shared.RUNNING.bootstrap();
    }

    /** Not started yet; keeps port and data over stop and start. */
    public static TestBroker ofItsOwn() {
        return new TestBroker(emptyDirectory());
    }

    public static Path emptyDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "kafka")), "broker");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    public String bootstrap() {
        return broker.bootstrap();
    }

    public void start() {
        broker.start();
    }

    public void stop() {
        broker.stop();
    }

    @Override
    public void close() {
        broker.stop();
    }

    private static final class Shared {

        static final TestBroker RUNNING = start();

        private static TestBroker start() {
            TestBroker broker = ofItsOwn();
            broker.start();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::stop));
            return broker;
        }
    }
}
