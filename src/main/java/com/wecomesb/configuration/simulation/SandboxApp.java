package com.wecomesb.configuration.simulation;

import com.wecomesb.sandbox.SandboxDefaults;
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
                SandboxDefaults.CORP_ID,
                APP + "agent-id",
                SandboxDefaults.AGENT_ID,
                APP + "secret",
                SandboxDefaults.APP_SECRET,
                APP + "token",
                SandboxDefaults.TOKEN,
                APP + "encoding-aes-key",
                SandboxDefaults.ENCODING_AES_KEY,
                APP + "mode",
                "live");
    }
}
