package com.wecomesb.connector.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class of the profile {@code real-systems} the systems that run on this machine: started when they are first asked
 * for, stopped after the last test. Their start scripts are in the folder of the property {@code real-systems.dir}.
 */
public final class RealSystems implements ParameterResolver {

    private static final Map<String, Integer> PORTS = Map.of("request-tracker", 8201, "vendure", 8202, "tryton", 8205);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Started.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RealSystems.class))
                .getOrComputeIfAbsent(Started.class, key -> new Started(folder()), Started.class);
    }

    private static Path folder() {
        String folder = System.getProperty("real-systems.dir", "");
        if (folder.isEmpty()) {
            throw new IllegalStateException("-Dreal-systems.dir=FOLDER says where the start scripts are");
        }
        return Path.of(folder).toAbsolutePath().normalize();
    }

    /** The systems that were asked for so far. */
    public static final class Started implements ExtensionContext.Store.CloseableResource {

        private final Path folder;
        private final Map<String, RealSystem> systems = new ConcurrentHashMap<>();

        Started(Path folder) {
            this.folder = folder;
        }

        /** A running system by the name of its folder. */
        public RealSystem get(String name) {
            return systems.computeIfAbsent(name, this::start);
        }

        private RealSystem start(String name) {
            try {
                return RealSystem.start(folder.resolve(name), PORTS.getOrDefault(name, 0));
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        @Override
        public void close() throws IOException {
            for (RealSystem system : systems.values()) {
                system.close();
            }
        }
    }
}
