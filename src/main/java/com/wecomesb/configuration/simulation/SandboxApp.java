package com.wecomesb.configuration.simulation;

import java.util.Map;

/** The one app of the simulated WeCom. Its values are public: they open nothing but the simulator on this machine. */
final class SandboxApp {

    private static final String APP = "esb.wecom.apps.sandbox.";

    private SandboxApp() {}

    static Map<String, Object> settings(String apiUrl) {
        return Map.of(
                "esb.wecom.api-url",
                apiUrl,
                APP + "corp-id",
                "ww5a4db0c0ffee0001",
                APP + "agent-id",
                "1000002",
                APP + "secret",
                "sandbox-app-secret-that-protects-nothing",
                APP + "token",
                "sandboxCallbackToken",
                APP + "encoding-aes-key",
                "sandboxKeyThatProtectsNothing0123456789ABCD",
                APP + "mode",
                "live");
    }
}
