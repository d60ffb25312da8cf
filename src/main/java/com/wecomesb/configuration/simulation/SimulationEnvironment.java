package com.wecomesb.configuration.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Sets up the simulation: with no WeCom app configured WeCom is simulated, and with it each kind of system that is not
 * configured. The settings that it adds give way to any other, but one: while WeCom is simulated the server binds to the
 * loopback address, whatever else is set.
 */
final class SimulationEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        SimulatedSystems systems = new SimulatedSystems(environment);
        Map<String, Object> doors = new HashMap<>();
        Map<String, Object> defaults = new HashMap<>();
        int port = environment.getProperty("server.port", Integer.class, 8080);
        if (systems.wecom()) {
            port = fixed(port, doors);
            closeToOutside(environment, doors);
            defaults.putAll(SandboxApp.settings("http://" + LOOPBACK + ":" + port + "/sandbox/wecom"));
        }
        int listener = port;
        if (!systems.wecom() && systems.local()) {
            listener = environment.getProperty("esb.sandbox.port", Integer.class, port == 0 ? 0 : port + 1);
            listener = listener == 0 ? freePort() : listener;
            doors.put("esb.sandbox.port", listener);
            doors.put("esb.sandbox.own-listener", "true");
        }
        defaults.putAll(systems.settings("http://" + LOOPBACK + ":" + listener + "/sandbox"));
        defaults.put("esb.sandbox.enabled", Boolean.toString(systems.local()));
        doors.put("esb.simulated", String.join(",", systems.names()));
        environment.getPropertySources().addFirst(new MapPropertySource("esb-simulation-doors", doors));
        environment.getPropertySources().addLast(new MapPropertySource("esb-simulation", defaults));
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 2;
    }

    /** The simulators' addresses stand in settings, so the port must be known before the server starts. */
    private static int fixed(int port, Map<String, Object> doors) {
        if (port != 0) {
            return port;
        }
        int free = freePort();
        doors.put("server.port", free);
        return free;
    }

    private static void closeToOutside(ConfigurableEnvironment environment, Map<String, Object> doors) {
        if (!isLoopback(environment.getProperty("server.address", ""))) {
            doors.put("server.address", LOOPBACK);
        }
        if (!isLoopback(environment.getProperty("management.server.address", ""))
                && environment.containsProperty("management.server.port")) {
            doors.put("management.server.address", LOOPBACK);
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
