package com.wecomesb.sandbox.callback;

import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.Simulated;
import java.net.URI;
import org.springframework.core.env.Environment;

/** Where the callbacks of each app go. */
@Simulated
class CallbackTargets {

    private static final String OWN_SERVER = "http://127.0.0.1:%s/callback/wecom/{app}";

    private final SandboxSettings settings;
    private final Environment environment;

    CallbackTargets(SandboxSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    URI of(String app) {
        String template = settings.callbackUrl();
        // Looked up each time: on a free port it is known only after the start.
        return URI.create((template == null || template.isBlank() ? ownServer() : template).replace("{app}", app));
    }

    private String ownServer() {
        String configured = environment.getProperty("server.port", "8080");
        return OWN_SERVER.formatted(environment.getProperty("local.server.port", configured));
    }
}
