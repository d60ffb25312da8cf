package com.wecomesb.process;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged jar as a process of its own, with its output in a file; killed with the test if not before. */
public final class JarProcess implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** Tests start and end processes all the time and never run one long. */
    private static final List<String> QUICK_START = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Process process;
    private final int port;
    private final Path output;

    private JarProcess(Process process, int port, Path output) {
        this.process = process;
        this.port = port;
        this.output = output;
    }

    /**
     * Starts the jar and waits until it answers.
     *
     * @param ready the path that answers 200 once it is ready
     */
    public static JarProcess start(Path folder, String name, int port, String ready, List<String> arguments) {
        return start(folder, name, port, ready, QUICK_START, arguments);
    }

    /** As above, with options of one's own for the JVM. */
    public static JarProcess start(
            Path folder, String name, int port, String ready, List<String> options, List<String> arguments) {
        try {
            JarProcess started = launch(folder, name, port, options, arguments);
            started.awaitAnswer(ready);
            return started;
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static JarProcess launch(Path folder, String name, int port, List<String> options, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", jar().toString()));
        command.addAll(arguments);
        Files.createDirectories(folder);
        Path output = folder.resolve(name + ".log");
        File log = output.toFile();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new JarProcess(process, port, output);
    }

    /** The packaged jar; built by {@code ./mvnw verify} before the integration tests run. */
    public static Path jar() {
        return Path.of(System.getProperty("esb.jar", "target/wecom-esb.jar")).toAbsolutePath();
    }

    private void awaitAnswer(String path) {
        Awaitility.await(output + " shows why " + path + " does not answer")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(
                                "process ended with " + process.exitValue() + ", see " + output);
                    }
                    return status(path) == 200;
                });
    }

    private int status(String path) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .timeout(Duration.ofSeconds(2))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException exception) {
            return 0;
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    public int port() {
        return port;
    }

    public Path output() {
        return output;
    }

    public long pid() {
        return process.pid();
    }

    /** SIGKILL: nothing is flushed, nobody is told. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, and the end of it. */
    public int stop() {
        process.destroy();
        awaitEnd();
        return process.exitValue();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process does not end, see " + output);
            }
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
