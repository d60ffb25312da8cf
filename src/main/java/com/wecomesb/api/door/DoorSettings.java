package com.wecomesb.api.door;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the doors know of the installation.
 *
 * @param api the key
 * @param simulated {@code wecom} and the names of the simulated systems; set by the simulation itself
 * @param sandbox where the simulators listen
 */
@ConfigurationProperties("esb")
public record DoorSettings(
        @DefaultValue Api api,
        @DefaultValue List<String> simulated,
        @DefaultValue Sandbox sandbox) {

    /**
     * The REST interface.
     *
     * @param key for {@code Authorization: Bearer}; none: {@code data/api-key} holds one
     */
    public record Api(@Nullable String key) {

        @Override
        public String toString() {
            return "Api[…]";
        }
    }

    /**
     * The simulators.
     *
     * @param ownListener whether they have a listener of their own, beside a real WeCom
     * @param port of that listener
     */
    public record Sandbox(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("false") boolean ownListener,
            @DefaultValue("0") int port) {}

    public boolean simulatesWecom() {
        return simulated.contains("wecom");
    }

    /** Whether a request that came in by this port may go to the simulators. */
    boolean isSandboxPort(int localPort) {
        return sandbox.ownListener() ? localPort == sandbox.port() : simulatesWecom();
    }

    /** Whether this port is the simulators' alone. */
    boolean isSandboxOnlyPort(int localPort) {
        return sandbox.ownListener() && localPort == sandbox.port();
    }
}
