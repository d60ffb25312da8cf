package com.wecomesb.connector.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.CallContext;
import com.wecomesb.connector.ConnectorCalls;
import com.wecomesb.connector.ConnectorSettings;
import com.wecomesb.connector.KameletTemplates;
import com.wecomesb.connector.SystemSettings;
import com.wecomesb.connector.Systems;
import com.wecomesb.connector.auth.Authentication;
import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.connector.description.ConnectorFiles;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.connector.description.SettingValues;
import com.wecomesb.connector.webhook.WebhookSection;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.mapping.MappingFiles;
import com.wecomesb.mapping.MappingSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The connectors, their Kamelets and mappings of {@code routes/}, loaded once and called as the bus calls them. */
final class ShippedConnectors implements AutoCloseable {

    /** What the tried system is called. */
    static final String SYSTEM = "peer";

    private static final Path SHIPPED = Path.of("routes");
    private static final String KAMELET = ".kamelet.yaml";

    private final SettableClock clock = new SettableClock(KitBus.START);
    private final KameletTemplates templates = new KameletTemplates(clock);
    private final List<Path> roots = new ArrayList<>(List.of(SHIPPED));
    private final Connectors connectors;
    private final MappingSet mappings;

    /** With further folders like {@code routes/}, whose files lie over the shipped ones. */
    ShippedConnectors(Path... over) {
        roots.addAll(List.of(over));
        Mistakes mistakes = new Mistakes();
        connectors = new ConnectorFiles().read(files("connectors", ".connector.yaml"), mistakes);
        List<SourceFile> tables = new ArrayList<>(files("mappings", ".yaml"));
        tables.addAll(files("schemas", ".json"));
        mappings = new MappingFiles(ZoneId.of("Asia/Shanghai")).read(tables, mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(mistakes.list().toString());
        }
        Map<String, String> kamelets = new TreeMap<>();
        files("connectors", KAMELET)
                .forEach(file ->
                        kamelets.put(file.path().replace("connectors/", "").replace(KAMELET, ""), file.text()));
        templates.replace(kamelets, connectors);
    }

    private List<SourceFile> files(String folder, String suffix) {
        Map<String, SourceFile> files = new TreeMap<>();
        roots.forEach(root -> files(root.resolve(folder), suffix).forEach(file -> files.put(file.path(), file)));
        return List.copyOf(files.values());
    }

    private static List<SourceFile> files(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(suffix))
                    .map(path -> file(folder.getFileName().toString(), path))
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static SourceFile file(String folder, Path path) {
        try {
            return new SourceFile(folder + "/" + path.getFileName(), Files.readString(path), SourceFile.Origin.SHIPPED);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Calls of one system with these settings, behind a breaker of their own. */
    ConnectorCalls calls(KitFile kit, Map<String, String> settings, Instant now) {
        clock.set(now);
        return new ConnectorCalls(
                systems(kit, settings), () -> mappings, templates, ConnectorSettings.defaults(), clock);
    }

    private static Systems systems(KitFile kit, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("connector", kit.connector());
        all.put("kind", kit.kind());
        Mistakes mistakes = new Mistakes();
        Systems systems = Systems.read(new SystemSettings(Map.of(SYSTEM, all)), mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(mistakes.list().toString());
        }
        return systems;
    }

    /** The way to say who calls that the settings choose. */
    Optional<Authentication> authentication(KitFile kit, Map<String, String> settings) {
        Map<String, String> values = values(kit, settings);
        return description(kit).auth().stream()
                .filter(way -> values.keySet().containsAll(way.needs()))
                .findFirst();
    }

    boolean hasAuthentication(KitFile kit) {
        return !description(kit).auth().isEmpty();
    }

    /** All settings by name, defaults included. */
    Map<String, String> values(KitFile kit, Map<String, String> settings) {
        return SettingValues.of(systems(kit, settings).find(SYSTEM).orElseThrow(), description(kit))
                .all();
    }

    private ConnectorDescription description(KitFile kit) {
        return connectors
                .find(kit.connector())
                .orElseThrow(() -> new IllegalStateException(
                        "no file routes/connectors/" + kit.connector() + ".connector.yaml, which the kit file names"));
    }

    Optional<WebhookSection> webhooks(String connector) {
        return connectors.find(connector).flatMap(ConnectorDescription::webhook);
    }

    static JsonNode call(ConnectorCalls calls, String verb, JsonNode document, CallContext context) {
        return calls.call(SYSTEM, verb, document, context);
    }

    @Override
    public void close() {
        templates.close();
    }

    /** Stands still where it is set. */
    private static final class SettableClock extends Clock {

        private volatile Instant now;

        SettableClock(Instant now) {
            this.now = now;
        }

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
