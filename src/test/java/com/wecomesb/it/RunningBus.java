package com.wecomesb.it;

import com.wecomesb.EsbApplication;
import com.wecomesb.process.JarProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole bus with everything simulated, as {@code ./mvnw spring-boot:run} starts it, in this JVM and on a free port:
 * started once for all integration tests of a run.
 */
public final class RunningBus {

    private static final String KEY = "integration-test-key";

    private final ConfigurableApplicationContext context;
    private final Http http;
    private final Path routes;
    private final int port;
    private final Desk desk;

    private RunningBus() {
        port = JarProcess.freePort();
        Path folder = Path.of("target", "it", UUID.randomUUID().toString()).toAbsolutePath();
        routes = folder.resolve("routes");
        copyShippedContent(routes);
        try {
            desk = Desk.start();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        context = SpringApplication.run(
                EsbApplication.class,
                "--server.port=" + port,
                "--esb.data-dir=" + folder.resolve("data"),
                "--esb.routes-dir=" + routes,
                "--esb.api.key=" + KEY,
                "--esb.systems.ticket.connector=sandbox",
                "--esb.systems.desk.connector=zammad",
                "--esb.systems.desk.kind=ticket",
                "--esb.systems.desk.url=" + desk.url(),
                "--esb.systems.desk.token=not-a-real-token",
                "--esb.systems.desk.group=Users",
                "--esb.systems.desk.poll=off");
        http = new Http("http://127.0.0.1:" + port, KEY);
    }

    private static final class Once {
        static final RunningBus BUS = new RunningBus();
    }

    public static RunningBus get() {
        return Once.BUS;
    }

    public Http http() {
        return http;
    }

    public int port() {
        return port;
    }

    public String key() {
        return KEY;
    }

    /** The system {@code desk}, a second ticket system that only rules of tests name. */
    Desk desk() {
        return desk;
    }

    /** The company's files that this bus reloads. */
    public Path routes() {
        return routes;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    static void copyShippedContent(Path target) {
        Path shipped = Path.of("routes");
        try (var files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = shipped.relativize(file);
                String first = relative.getName(0).toString();
                if (first.equals("flows") || first.equals("connectors") || first.equals("schemas")) {
                    continue;
                }
                Path copy = target.resolve(relative.toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
