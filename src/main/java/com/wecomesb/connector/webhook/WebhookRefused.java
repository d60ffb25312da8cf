package com.wecomesb.connector.webhook;

import java.util.Locale;

/** A request to the webhook address was refused; says why, never what it contained. */
final class WebhookRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    WebhookRefused(Reason reason) {
        // No stack trace: anybody can cause this exception, as often as he likes.
        super(reason.advice, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** Why, in the order in which it is checked; each has a counter and an HTTP status. */
    enum Reason {
        UNKNOWN_SYSTEM(404, "no system of this name is configured whose connector takes webhooks"),
        METHOD(405, "webhooks are posted"),
        TOO_LARGE(413, "the body is larger than esb.webhook.max-body"),
        NO_SECRET(401, "the secret that the connector's webhook section names is not configured"),
        SIGNATURE(401, "the signature is missing or differs: is the secret the one that the system has?"),
        STALE(401, "the timestamp is missing or too far from our clock, or an old webhook was sent again"),
        MALFORMED(400, "the body is not what the connector's webhook section reads"),
        NOT_STORED(503, "neither Kafka nor the database has taken it in time");

        private final int status;
        private final String advice;

        Reason(int status, String advice) {
            this.status = status;
            this.advice = advice;
        }

        int status() {
            return status;
        }

        /** The word used in metrics and answers: {@code unknown-system}. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
