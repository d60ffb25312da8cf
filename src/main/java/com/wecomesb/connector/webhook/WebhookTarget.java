package com.wecomesb.connector.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * A system that is told something. What it gets is signed with its own secret, so that it knows who speaks, and bears
 * the action's id, so that it recognises a repeat (Standard Webhooks 1.0.0).
 */
public final class WebhookTarget {

    private final String name;
    private final URI url;
    private final Webhook signature;

    WebhookTarget(String name, URI url, String secret) {
        this.name = name;
        this.url = url;
        try {
            this.signature = new Webhook(secret);
        } catch (EmptyWebhookSecretException empty) {
            throw new IllegalArgumentException("no secret for webhook " + name, empty);
        }
    }

    public String name() {
        return name;
    }

    public URI url() {
        return url;
    }

    /**
     * The headers of one attempt.
     *
     * @param id the same for every attempt
     * @param at when the attempt is made; receivers refuse what is older than some minutes
     */
    public Map<String, String> headers(String id, Instant at, String body) {
        try {
            return Map.of(
                    "webhook-id", id,
                    "webhook-timestamp", Long.toString(at.getEpochSecond()),
                    "webhook-signature", signature.sign(id, at.getEpochSecond(), body));
        } catch (WebhookSigningException impossible) {
            throw new IllegalStateException("cannot sign for webhook " + name, impossible);
        }
    }

    /** Without address and secret. */
    @Override
    public String toString() {
        return "WebhookTarget[" + name + "]";
    }
}
