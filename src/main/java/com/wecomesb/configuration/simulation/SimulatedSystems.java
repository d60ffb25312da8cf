package com.wecomesb.configuration.simulation;

import com.wecomesb.connector.SystemKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

/** Reads from the settings which systems are configured and which are simulated. */
final class SimulatedSystems {

    static final String SANDBOX = "sandbox";

    private static final ConfigurationPropertyName APPS = ConfigurationPropertyName.of("esb.wecom.apps");
    private static final Bindable<Map<String, Map<String, String>>> SYSTEMS =
            Bindable.of(ResolvableType.forClassWithGenerics(
                    Map.class,
                    ResolvableType.forClass(String.class),
                    ResolvableType.forClassWithGenerics(Map.class, String.class, String.class)));

    private final boolean wecom;
    private final Map<String, String> connectors = new TreeMap<>();
    private final Map<String, SystemKind> kinds = new HashMap<>();
    private final List<String> withoutUrl = new ArrayList<>();
    private final Set<SystemKind> unconfigured;

    SimulatedSystems(Environment environment) {
        this.wecom = noApp(environment);
        this.unconfigured = wecom ? EnumSet.allOf(SystemKind.class) : EnumSet.noneOf(SystemKind.class);
        Binder.get(environment)
                .bind("esb.systems", SYSTEMS)
                .orElse(Map.of())
                .keySet()
                .forEach(name -> {
                    String connector = environment.getProperty("esb.systems." + name + ".connector", "");
                    String kind = environment.getProperty("esb.systems." + name + ".kind", "");
                    connectors.put(name, connector);
                    SystemKind.of(kind).or(() -> SystemKind.ofName(name)).ifPresent(known -> {
                        kinds.put(name, known);
                        unconfigured.remove(known);
                    });
                    if (connector.equals(SANDBOX) && !environment.containsProperty("esb.systems." + name + ".url")) {
                        withoutUrl.add(name);
                    }
                });
    }

    /** Whether WeCom is simulated: no app is configured. */
    boolean wecom() {
        return wecom;
    }

    /** Whether the simulators must run in this process: a simulated system has no address of its own. */
    boolean local() {
        return wecom || !withoutUrl.isEmpty();
    }

    /** {@code wecom} and the names of the simulated systems, as pages show them. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        if (wecom) {
            names.add("wecom");
        }
        unconfigured.forEach(kind -> names.add(kind.word()));
        connectors.forEach((name, connector) -> {
            if (connector.equals(SANDBOX) && !names.contains(name)) {
                names.add(name);
            }
        });
        return names;
    }

    /** The settings that join the simulated systems to the simulators at {@code root}. */
    Map<String, Object> settings(String root) {
        Map<String, Object> settings = new HashMap<>();
        unconfigured.forEach(kind -> {
            settings.put("esb.systems." + kind.word() + ".connector", SANDBOX);
            join(kind.word(), kind, root, settings);
        });
        for (String name : withoutUrl) {
            Optional.ofNullable(kinds.get(name)).ifPresent(kind -> join(name, kind, root, settings));
        }
        return settings;
    }

    private static void join(String name, SystemKind kind, String root, Map<String, Object> settings) {
        settings.put("esb.systems." + name + ".url", root + "/" + kind.word());
        settings.put("esb.systems." + name + ".client-id", "sandbox");
        settings.put("esb.systems." + name + ".client-secret", "sandbox-secret");
        settings.put("esb.systems." + name + ".webhook-secret", "sandbox-webhook-secret");
    }

    private static boolean noApp(Environment environment) {
        for (var source : ConfigurationPropertySources.get(environment)) {
            if (source.containsDescendantOf(APPS) == ConfigurationPropertyState.PRESENT) {
                return false;
            }
        }
        return true;
    }
}
