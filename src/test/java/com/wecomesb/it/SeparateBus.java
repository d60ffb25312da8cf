package com.wecomesb.it;

import com.wecomesb.process.JarProcess;
import com.wecomesb.sandbox.SandboxApplication;
import com.wecomesb.sandbox.SandboxDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The packaged jar in a process of its own that may be killed, with a folder of its own; the simulators live on in this
 * process and keep the books.
 */
final class SeparateBus implements AutoCloseable {

    private static final String KEY = "a-key-of-at-least-16";

    private final int busPort = JarProcess.freePort();
    private final int sandboxPort = JarProcess.freePort();
    private final Path folder;
    private final List<String> settings = new ArrayList<>();
    private final ConfigurableApplicationContext simulators;
    private JarProcess process;

    private SeparateBus(Path folder) {
        this.folder = folder;
        simulators = SandboxApplication.run(
                "--server.port=" + sandboxPort,
                "--esb.sandbox.callback-url=http://127.0.0.1:" + busPort + "/callback/wecom/{app}",
                "--esb.sandbox.limits.base-per-minute=0",
                "--esb.sandbox.limits.base-per-hour=0",
                "--esb.sandbox.callbacks.retry-delay=4s");
    }

    /**
     * Starts both.
     *
     * @param name of its folder below {@code target}
     * @param files what it follows, text by path below the routes folder
     * @param systems which simulated systems it is connected to, {@code crm}, {@code shop}, {@code ticket}
     * @param more further settings
     */
    static SeparateBus start(String name, Map<String, String> files, List<String> systems, String... more)
            throws IOException {
        Path folder = Path.of("target", name + "-" + Long.toString(System.nanoTime(), 36))
                .toAbsolutePath();
        for (Map.Entry<String, String> content : files.entrySet()) {
            Path file = folder.resolve("routes").resolve(content.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, content.getValue());
        }
        SeparateBus bus = new SeparateBus(folder);
        bus.settings.addAll(bus.basics());
        systems.forEach(system -> bus.settings.addAll(bus.connected(system)));
        bus.settings.addAll(List.of(more));
        bus.process = bus.startProcess();
        return bus;
    }

    private List<String> basics() {
        return List.of(
                "--server.port=" + busPort,
                "--server.address=127.0.0.1",
                "--esb.api.key=" + KEY,
                "--esb.data-dir=" + folder.resolve("data"),
                "--esb.routes-dir=" + folder.resolve("routes"),
                "--esb.wecom.api-url=" + simulator("wecom"),
                "--esb.wecom.apps.sandbox.corp-id=" + SandboxDefaults.CORP_ID,
                "--esb.wecom.apps.sandbox.agent-id=" + SandboxDefaults.AGENT_ID,
                "--esb.wecom.apps.sandbox.secret=" + SandboxDefaults.APP_SECRET,
                "--esb.wecom.apps.sandbox.token=" + SandboxDefaults.TOKEN,
                "--esb.wecom.apps.sandbox.encoding-aes-key=" + SandboxDefaults.ENCODING_AES_KEY,
                "--esb.perform.lease=20s",
                "--esb.wecom.apps.sandbox.mode=live");
    }

    private List<String> connected(String system) {
        String setting = "--esb.systems." + system + ".";
        return List.of(
                setting + "connector=sandbox",
                setting + "url=" + simulator(system),
                setting + "client-id=sandbox",
                setting + "client-secret=sandbox-secret",
                setting + "webhook-secret=" + SandboxDefaults.WEBHOOK_SECRET);
    }

    private JarProcess startProcess() {
        return JarProcess.start(folder, "bus", busPort, "/actuator/health/readiness", settings);
    }

    /** The address of a simulator, {@code crm}. */
    String simulator(String system) {
        return "http://127.0.0.1:" + sandboxPort + "/sandbox/" + system;
    }

    Http simulators() {
        return new Http("http://127.0.0.1:" + sandboxPort, "");
    }

    Http http() {
        return new Http("http://127.0.0.1:" + busPort, KEY);
    }

    /** SIGKILL. */
    void kill() {
        process.kill();
    }

    void startAgain() {
        process = startProcess();
    }

    /** SIGTERM; what the process ended with. */
    int stop() {
        return process.stop();
    }

    /** The first column of the first row; the bus must not run. */
    long number(String sql) throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Changes the database; the bus must not run. */
    void change(String sql) throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Connection database() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("data/h2/esb") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        return DriverManager.getConnection(url, "", "");
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        simulators.close();
    }
}
