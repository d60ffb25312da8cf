package com.wecomesb.sandbox.wecom;

import com.wecomesb.sandbox.SandboxSettings;

/** One self-built app by its name in the settings. */
public record WecomApp(String name, String corpId, SandboxSettings.App settings) {

    public int agentId() {
        return settings.agentId();
    }
}
