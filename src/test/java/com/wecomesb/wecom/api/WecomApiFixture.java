package com.wecomesb.wecom.api;

import com.wecomesb.wecom.WecomSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The API side as the tests need it: apps {@code service} and {@code receiver} of corp {@code ww1}. */
public final class WecomApiFixture {

    public static final String SECRET = "the-app-secret";

    private WecomApiFixture() {}

    /** With the documented defaults, except for what {@code properties} name in full. */
    public static WecomApi api(URI url, Duration timeout, Clock clock, Map<String, String> properties) {
        return api(url, timeout, clock, properties, () -> 1);
    }

    static WecomApi api(
            URI url, Duration timeout, Clock clock, Map<String, String> properties, LiveInstances instances) {
        Binder binder = new Binder(new MapConfigurationPropertySource(properties));
        return WecomApi.of(
                settings(url, timeout),
                binder.bindOrCreate("esb.wecom.http", HttpSettings.class),
                binder.bindOrCreate("esb.wecom.token", TokenSettings.class),
                binder.bindOrCreate("esb.wecom.limits", LimitSettings.class),
                instances,
                clock);
    }

    public static WecomSettings settings(URI url, Duration timeout) {
        return new WecomSettings(
                url,
                Duration.ofMinutes(10),
                timeout,
                Map.of(
                        "service", new WecomSettings.App("ww1", 1000002, SECRET, null, null, "live"),
                        "receiver", new WecomSettings.App("ww1", 1000003, null, null, null, "live")));
    }
}
