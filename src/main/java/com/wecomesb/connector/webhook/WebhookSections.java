package com.wecomesb.connector.webhook;

import java.util.Optional;

/** The {@code webhook} sections of the connector files in force. */
@FunctionalInterface
public interface WebhookSections {

    Optional<WebhookSection> of(String connector);
}
