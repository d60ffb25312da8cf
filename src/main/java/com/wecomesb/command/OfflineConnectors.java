package com.wecomesb.command;

import com.wecomesb.configuration.Snapshot;
import com.wecomesb.configuration.flow.Flows;
import com.wecomesb.connector.SettingsInForce;
import com.wecomesb.connector.SystemSettings;
import com.wecomesb.connector.Systems;
import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.document.Mistakes;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The connectors of a routes folder and the systems of the settings, without a running bus. */
record OfflineConnectors(Connectors connectors, Map<String, String> kamelets, Systems systems) {

    /** Mistakes of the settings are noted; mistakes of the files leave the connectors out that have them. */
    static OfflineConnectors read(Snapshot snapshot, Environment settings, Mistakes mistakes) {
        Connectors connectors = snapshot.part(Connectors.class);
        Systems systems = systems(settings, mistakes);
        SettingsInForce.check(systems, connectors, mistakes);
        return new OfflineConnectors(connectors, snapshot.part(Flows.class).kameletsByName(), systems);
    }

    /** The systems of the settings, whose mistakes are noted. */
    static Systems systems(Environment settings, Mistakes mistakes) {
        return Systems.read(
                Binder.get(settings).bind("esb", SystemSettings.class).orElseGet(() -> new SystemSettings(Map.of())),
                mistakes);
    }

    /** {@code ticket-create} and so on. */
    List<String> verbs(ConnectorDescription connector) {
        String prefix = connector.name() + "-";
        return kamelets.keySet().stream()
                .filter(name -> name.startsWith(prefix) && name.endsWith("-action"))
                .map(name -> name.substring(prefix.length(), name.length() - "-action".length()))
                .toList();
    }
}
