package com.wecomesb.connector;

import com.wecomesb.document.Mistakes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The systems that the bus is connected to, and which one is meant when a rule names none. Immutable. */
public final class Systems {

    private final Map<String, ConnectedSystem> byName;
    private final Map<SystemKind, ConnectedSystem> defaults;

    private Systems(Map<String, ConnectedSystem> byName, Map<SystemKind, ConnectedSystem> defaults) {
        this.byName = byName;
        this.defaults = defaults;
    }

    public static Systems none() {
        return new Systems(Map.of(), Map.of());
    }

    /** Reads the settings; every mistake is noted under {@code esb.systems.NAME}. */
    public static Systems read(SystemSettings settings, Mistakes mistakes) {
        Map<String, ConnectedSystem> byName = new TreeMap<>();
        List<String> marked = new ArrayList<>();
        new TreeMap<>(settings.systems()).forEach((name, properties) -> {
            ConnectedSystem system = read(name, properties, mistakes);
            if (system != null) {
                byName.put(name, system);
                if ("true".equals(properties.get("default"))) {
                    marked.add(name);
                }
            }
        });
        return new Systems(byName, defaults(byName.values(), marked, mistakes));
    }

    private static @Nullable ConnectedSystem read(String name, Map<String, String> properties, Mistakes mistakes) {
        String setting = "esb.systems." + name;
        String connector = properties.get("connector");
        if (connector == null || connector.isBlank()) {
            mistakes.addWholeFile(setting + ".connector", "缺少连接器的名字,例如 rest、sandbox");
            return null;
        }
        String word = properties.get("kind");
        Optional<SystemKind> kind = word == null ? SystemKind.ofName(name) : SystemKind.of(word);
        if (kind.isEmpty()) {
            mistakes.addWholeFile(setting + ".kind", "要写明这是哪一类系统:crm、shop 或 ticket");
            return null;
        }
        Map<String, String> own = new TreeMap<>(properties);
        List.of("connector", "kind", "default").forEach(own::remove);
        return new ConnectedSystem(name, kind.get(), connector, own);
    }

    /** The only one of its kind, else the one marked, else the one that is called like its kind. */
    private static Map<SystemKind, ConnectedSystem> defaults(
            Collection<ConnectedSystem> systems, List<String> marked, Mistakes mistakes) {
        Map<SystemKind, ConnectedSystem> defaults = new EnumMap<>(SystemKind.class);
        for (SystemKind kind : SystemKind.values()) {
            List<ConnectedSystem> all =
                    systems.stream().filter(system -> system.kind() == kind).toList();
            List<ConnectedSystem> chosen = all.stream()
                    .filter(system -> marked.contains(system.name()))
                    .toList();
            if (chosen.isEmpty() && all.size() > 1) {
                chosen = all.stream()
                        .filter(system -> system.name().equals(kind.word()))
                        .toList();
            }
            List<ConnectedSystem> candidates = chosen.isEmpty() ? all : chosen;
            if (candidates.size() > 1) {
                mistakes.addWholeFile(
                        "esb.systems",
                        "有 " + candidates.size() + " 个 " + kind.word() + " 系统,请给其中一个写 default: true:"
                                + candidates.stream().map(ConnectedSystem::name).toList());
            } else if (!candidates.isEmpty()) {
                defaults.put(kind, candidates.get(0));
            }
        }
        return defaults;
    }

    /** These and a simulator for a kind that has none, under the kind's own name; {@code url} is the simulator's root. */
    public Systems withSimulated(SystemKind kind, String url) {
        if (defaults.containsKey(kind)) {
            return this;
        }
        ConnectedSystem simulated = new ConnectedSystem(kind.word(), kind, ConnectedSystem.SANDBOX, Map.of("url", url));
        Map<String, ConnectedSystem> more = new TreeMap<>(byName);
        more.put(simulated.name(), simulated);
        Map<SystemKind, ConnectedSystem> moreDefaults = new EnumMap<>(SystemKind.class);
        moreDefaults.putAll(defaults);
        moreDefaults.put(kind, simulated);
        return new Systems(more, moreDefaults);
    }

    public Optional<ConnectedSystem> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<ConnectedSystem> defaultOf(SystemKind kind) {
        return Optional.ofNullable(defaults.get(kind));
    }

    public Collection<ConnectedSystem> all() {
        return Collections.unmodifiableCollection(byName.values());
    }
}
