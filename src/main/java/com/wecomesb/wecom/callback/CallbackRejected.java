package com.wecomesb.wecom.callback;

import java.time.Duration;
import java.util.Locale;

/** A request to the callback address was refused; the message says why and what to look at, never what it contained. */
public final class CallbackRejected extends Exception {

    private final Reason reason;
    private final Duration clockOff;

    private CallbackRejected(Reason reason, String message, Duration clockOff) {
        // No stack trace: anybody can cause this exception, as often as he likes.
        super(message, null, false, false);
        this.reason = reason;
        this.clockOff = clockOff;
    }

    static CallbackRejected because(Reason reason) {
        return new CallbackRejected(reason, reason.advice, Duration.ZERO);
    }

    /** Refuses a request whose timestamp is that far from our clock; negative if it lies in the past. */
    static CallbackRejected stale(Duration clockOff) {
        return new CallbackRejected(
                Reason.STALE, Reason.STALE.advice + ": off by " + clockOff.toMinutes() + " minutes", clockOff);
    }

    public Reason reason() {
        return reason;
    }

    /** How far the sender's clock is ahead of ours, zero unless the reason is {@link Reason#STALE}. */
    public Duration clockOff() {
        return clockOff;
    }

    /** Why, in the order in which it is checked; each has a counter and an HTTP status. */
    public enum Reason {
        METHOD(405, "neither GET nor POST"),
        TOO_LARGE(413, "the body is larger than esb.wecom.max-body"),
        UNKNOWN_APP(404, "no app of this name is configured with token and EncodingAESKey"),
        PARAMETERS(400, "msg_signature, timestamp, nonce (or echostr) is missing, repeated or malformed"),
        JSON(415, "the body is JSON, an XML callback is expected"),
        DOCTYPE(400, "the body has a DOCTYPE"),
        NOT_XML(400, "the body is truncated or not the XML of a callback"),
        SIGNATURE(403, "the signature differs: is the token the one in WeCom's console?"),
        STALE(403, "the timestamp is too far from our clock, or an old callback was sent again"),
        DECRYPTION(400, "decryption failed: is the EncodingAESKey the one in WeCom's console?"),
        OTHER_RECEIVER(403, "it is encrypted for another CorpID than the configured one");

        private final int status;
        private final String advice;

        Reason(int status, String advice) {
            this.status = status;
            this.advice = advice;
        }

        /** The HTTP status that the sender gets. */
        public int status() {
            return status;
        }

        /** One sentence for the engineer who connects the app. */
        public String advice() {
            return advice;
        }

        /** The word used in metrics and answers: {@code unknown-app}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
