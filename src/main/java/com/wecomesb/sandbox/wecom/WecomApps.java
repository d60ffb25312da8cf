package com.wecomesb.sandbox.wecom;

import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.Simulated;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The apps of the simulated corp. */
@Simulated
public class WecomApps {

    private final String corpId;
    private final Map<String, WecomApp> byName = new TreeMap<>();

    WecomApps(SandboxSettings settings) {
        corpId = settings.corpId();
        settings.apps().forEach((name, app) -> byName.put(name, new WecomApp(name, corpId, app)));
    }

    public String corpId() {
        return corpId;
    }

    public Collection<WecomApp> all() {
        return byName.values();
    }

    public Optional<WecomApp> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public WecomApp first() {
        return byName.values().iterator().next();
    }

    Optional<WecomApp> withSecret(String secret) {
        return byName.values().stream()
                .filter(app -> app.settings().secret().equals(secret))
                .findFirst();
    }
}
