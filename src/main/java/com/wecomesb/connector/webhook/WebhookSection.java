package com.wecomesb.connector.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.expression.Jslt;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code webhook} section of a connector file: how the system proves that it is the sender, and which records a webhook
 * speaks of. Immutable.
 *
 * @param delivery where the sender's id of a delivery stands: a header's name or an expression over the body; null when it
 *     has none
 * @param records the records that may have changed, {@code [{"kind": "ticket", "id": "7"}]}; without an id all records
 *     of the kind
 * @param answer what the sender wants to read; null for nothing
 */
public record WebhookSection(
        SignatureRule signature,
        @Nullable TimestampRule timestamp,
        @Nullable Delivery delivery,
        Jslt records,
        @Nullable JsonNode answer) {

    /** Either of both. */
    record Delivery(@Nullable String header, @Nullable Jslt expression) {}

    /** Reads the section; nothing when it cannot be used, with its mistakes noted. */
    public static Optional<WebhookSection> read(YamlNode section, Mistakes mistakes) {
        return new WebhookSectionReader(mistakes).read(section);
    }
}
