package com.wecomesb.wecom.callback;

import com.wecomesb.wecom.WecomSettings;
import com.wecomesb.wecom.callback.CallbackRejected.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The apps that callbacks may name: those with a token and a key. */
final class CallbackApps {

    private final Map<String, ReceivingApp> apps;

    /**
     * Prepares the keys of all apps.
     *
     * @throws IllegalStateException if some are unusable; it lists all of them, by setting
     */
    CallbackApps(WecomSettings settings) {
        Map<String, ReceivingApp> usable = new HashMap<>();
        List<String> mistakes = new ArrayList<>();
        settings.apps().forEach((name, app) -> {
            String token = app.token();
            String key = app.encodingAesKey();
            if (token != null && !token.isBlank() && key != null && !key.isBlank()) {
                try {
                    CallbackCrypto crypto = new CallbackCrypto(token, key, app.corpId());
                    usable.put(name, new ReceivingApp(name, app.corpId(), crypto));
                } catch (IllegalArgumentException unusable) {
                    mistakes.add("esb.wecom.apps." + name + ": " + unusable.getMessage());
                }
            }
        });
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(String.join("\n", mistakes));
        }
        this.apps = Map.copyOf(usable);
    }

    ReceivingApp named(String name) throws CallbackRejected {
        ReceivingApp app = apps.get(name);
        if (app == null) {
            throw CallbackRejected.because(Reason.UNKNOWN_APP);
        }
        return app;
    }

    Set<String> names() {
        return apps.keySet();
    }

    /** An app with its keys. */
    record ReceivingApp(String name, String corpId, CallbackCrypto crypto) {}
}
