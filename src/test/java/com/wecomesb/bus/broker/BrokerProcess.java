package com.wecomesb.bus.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/** The embedded broker in a process of its own, so that a test can kill it. */
public final class BrokerProcess implements AutoCloseable {

    private static final String READY = "bootstrap=";

    private final Process process;
    private final String bootstrap;

    public BrokerProcess(Path directory) {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            BrokerProcess.class.getName(),
                            directory.toString())
                    .redirectErrorStream(true)
                    .start();
            bootstrap = awaitReady(process);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static String awaitReady(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the broker's process has ended");
        }
        return line.substring(READY.length());
    }

    public String bootstrap() {
        return bootstrap;
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGSTOP: connections stay open and nothing answers, until {@link #resume}. */
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) {
        EmbeddedBroker broker = new EmbeddedBroker(Path.of(arguments[0]), FreePorts.find(), DataSize.ofMegabytes(4));
        broker.start();
        System.out.println(READY + broker.bootstrap());
    }
}
