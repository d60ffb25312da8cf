package com.wecomesb.wecom.callback;

import com.wecomesb.wecom.callback.CallbackApps.ReceivingApp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides whether a request to the callback address comes from WeCom, and opens it. */
final class CallbackVerifier {

    private final CallbackApps apps;
    private final Duration freshness;
    private final Clock clock;

    CallbackVerifier(CallbackApps apps, Duration freshness, Clock clock) {
        this.apps = apps;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** Opens what WeCom's console sends to verify the address: the plaintext is to be echoed. */
    Verified echo(String app, @Nullable String query) throws CallbackRejected {
        ReceivingApp receiver = apps.named(app);
        CallbackParameters parameters = CallbackParameters.of(query);
        return open(receiver, parameters, parameters.required("echostr"));
    }

    /** Opens a message or event. */
    Verified message(String app, @Nullable String query, String body) throws CallbackRejected {
        ReceivingApp receiver = apps.named(app);
        CallbackParameters parameters = CallbackParameters.of(query);
        return open(receiver, parameters, CallbackEnvelope.encryptIn(body));
    }

    private Verified open(ReceivingApp app, CallbackParameters parameters, String encrypt) throws CallbackRejected {
        SealedCallback sealed = parameters.sealed(encrypt);
        app.crypto().verify(sealed);
        // After the signature, which covers the timestamp: before it, anybody could make our clock look wrong.
        Instant now = clock.instant();
        Duration clockOff = Duration.between(now, parameters.sentAt());
        if (clockOff.abs().compareTo(freshness) > 0) {
            throw CallbackRejected.stale(clockOff);
        }
        String plaintext = app.crypto().decrypt(encrypt);
        return new Verified(new Callback(app.name(), app.corpId(), plaintext, now), clockOff);
    }

    /**
     * A request that is WeCom's.
     *
     * @param clockOff how far WeCom's clock is ahead of ours
     */
    record Verified(Callback callback, Duration clockOff) {}
}
