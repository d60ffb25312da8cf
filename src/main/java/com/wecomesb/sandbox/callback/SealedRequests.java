package com.wecomesb.sandbox.callback;

import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.WecomApp;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/** The HTTP requests that WeCom makes of a bus: encrypted callbacks and the verification of an address. */
@Simulated
class SealedRequests {

    private final ConcurrentHashMap<String, CallbackSeal> seals = new ConcurrentHashMap<>();
    private final CallbackTargets targets;

    SealedRequests(CallbackTargets targets) {
        this.targets = targets;
    }

    /** @param isOfApp whether the callback belongs to the app alone, which is then named in the envelope */
    HttpRequest callback(WecomApp app, String plaintext, boolean isOfApp, Duration timeout) {
        CallbackSeal.Sealed sealed = seal(app, plaintext);
        PlainXml envelope = new PlainXml().text("ToUserName", app.corpId());
        if (isOfApp) {
            envelope.text("AgentID", Integer.toString(app.agentId()));
        }
        envelope.text("Encrypt", sealed.encrypt());
        return HttpRequest.newBuilder(address(app, query(sealed)))
                .timeout(timeout)
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(envelope.toString()))
                .build();
    }

    HttpRequest verification(WecomApp app, String plaintext, Duration timeout) {
        CallbackSeal.Sealed sealed = seal(app, plaintext);
        String echo = URLEncoder.encode(sealed.encrypt(), StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(address(app, query(sealed) + "&echostr=" + echo))
                .timeout(timeout)
                .GET()
                .build();
    }

    private CallbackSeal.Sealed seal(WecomApp app, String plaintext) {
        CallbackSeal seal = seals.computeIfAbsent(
                app.name(),
                name -> new CallbackSeal(app.settings().token(), app.settings().encodingAesKey(), app.corpId()));
        // The machine's time, not the simulators': the receiver refuses what is not fresh by its own clock.
        return seal.seal(plaintext, System.currentTimeMillis() / 1000);
    }

    private static String query(CallbackSeal.Sealed sealed) {
        return "msg_signature=" + sealed.signature() + "&timestamp=" + sealed.timestamp() + "&nonce=" + sealed.nonce();
    }

    private URI address(WecomApp app, String query) {
        URI target = targets.of(app.name());
        return URI.create(target + (target.getRawQuery() == null ? "?" : "&") + query);
    }
}
