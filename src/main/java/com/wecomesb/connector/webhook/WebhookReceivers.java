package com.wecomesb.connector.webhook;

import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.Systems;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Who takes the webhooks of which system, by the connector files in force. */
final class WebhookReceivers {

    private final Systems systems;
    private final Supplier<WebhookSections> sections;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    WebhookReceivers(Systems systems, Supplier<WebhookSections> sections) {
        this.systems = systems;
        this.sections = sections;
    }

    private record Known(WebhookSection section, WebhookReceiver receiver) {}

    Optional<WebhookReceiver> of(String name) {
        return systems.find(name)
                .flatMap(system -> sections.get().of(system.connector()).map(section -> receiver(system, section)));
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
