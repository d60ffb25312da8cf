package com.wecomesb.connector.webhook;

import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.Systems;
import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.connector.description.Connectors;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Who takes the webhooks of which system, by the connector files in force. */
final class WebhookReceivers {

    private final Systems systems;
    private final Supplier<Connectors> connectors;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    WebhookReceivers(Systems systems, Supplier<Connectors> connectors) {
        this.systems = systems;
        this.connectors = connectors;
    }

    private record Known(WebhookSection section, WebhookReceiver receiver) {}

    Optional<WebhookReceiver> of(String name) {
        return systems.find(name)
                .flatMap(system -> connectors
                        .get()
                        .find(system.connector())
                        .flatMap(ConnectorDescription::webhook)
                        .map(section -> receiver(system, section)));
    }

    /** Made once for each version of the section. */
    private WebhookReceiver receiver(ConnectedSystem system, WebhookSection section) {
        Known made = known.compute(
                system.name(),
                (name, before) -> before != null && before.section() == section
                        ? before
                        : new Known(section, new WebhookReceiver(system, section)));
        return made.receiver();
    }
}
