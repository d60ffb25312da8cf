package com.wecomesb.wecom;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this bus is known to WeCom.
 *
 * @param apiUrl the root of the API, without {@code /cgi-bin}
 * @param callbackFreshness how far a callback's timestamp may be from our clock, either way
 * @param callTimeout how long one API call may take before its result counts as unknown
 * @param apps the apps by the name that callbacks, endpoints and files use
 */
@ConfigurationProperties("esb.wecom")
public record WecomSettings(
        @DefaultValue("https://qyapi.weixin.qq.com") URI apiUrl,
        @DefaultValue("10m") Duration callbackFreshness,
        @DefaultValue("10s") Duration callTimeout,
        @DefaultValue Map<String, App> apps) {

    public Optional<App> app(String name) {
        return Optional.ofNullable(apps.get(name));
    }

    /**
     * One self-built app of one corp.
     *
     * @param corpId {@code ww…}, also what callbacks must name as their receiver
     * @param agentId the app's number; without it the app sends no application messages
     * @param secret without it the app receives only, so that WeCom's console can verify the callback first
     * @param token signs callbacks, up to 32 letters and digits
     * @param encodingAesKey encrypts callbacks, 43 characters
     * @param mode how far the bot may go for accounts that {@code accounts.yaml} does not name
     */
    public record App(
            String corpId,
            @Nullable Integer agentId,
            @Nullable String secret,
            @Nullable String token,
            @Nullable String encodingAesKey,
            @DefaultValue("testers") String mode) {

        public boolean receivesOnly() {
            return secret == null || secret.isBlank();
        }

        @Override
        public String toString() {
            return "App[corpId=" + corpId + ", agentId=" + agentId + ", mode=" + mode + "]";
        }
    }
}
