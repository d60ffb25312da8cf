package com.wecomesb.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who lives in the simulated world; what is not said is as in {@link SandboxDefaults}.
 *
 * @param enabled whether the simulators are on this web server
 * @param callbackUrl where callbacks go, {@code {app}} stands for the app's name; without it to {@code
 *     /callback/wecom/{app}} of this same web server
 * @param webhookUrl where the systems' webhooks go, {@code {system}} stands for {@code crm}, {@code shop} or {@code
 *     ticket}; without it to where the callbacks go
 * @param webhookSecret what they are signed with
 * @param apps by name
 * @param members the names of the corp's members by userid; who writes is added
 * @param servicers the userids of those who serve customers
 * @param customers nicknames by external_userid; who writes is added
 * @param keep how many entries of each kind are kept in memory
 */
@ConfigurationProperties("esb.sandbox")
public record SandboxSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue(SandboxDefaults.CORP_ID) String corpId,
        @Nullable String callbackUrl,
        @Nullable String webhookUrl,
        @DefaultValue(SandboxDefaults.WEBHOOK_SECRET) String webhookSecret,
        @DefaultValue Map<String, App> apps,
        @DefaultValue List<Account> kfAccounts,
        @DefaultValue Map<String, String> members,
        @DefaultValue List<String> servicers,
        @DefaultValue Map<String, String> customers,
        @DefaultValue("200000") int keep,
        @DefaultValue Limits limits,
        @DefaultValue Callbacks callbacks) {

    public SandboxSettings {
        if (callbackUrl != null && !callbackUrl.isBlank() && !callbackUrl.matches("https?://[^\\s]+")) {
            throw new IllegalArgumentException("callbackUrl must be an address of http or https");
        }
        if (apps.isEmpty()) {
            apps = Map.of(
                    SandboxDefaults.APP,
                    new App(
                            SandboxDefaults.AGENT_ID,
                            SandboxDefaults.APP_SECRET,
                            SandboxDefaults.TOKEN,
                            SandboxDefaults.ENCODING_AES_KEY));
        }
        if (kfAccounts.isEmpty()) {
            String app = apps.keySet().iterator().next();
            kfAccounts = List.of(new Account(SandboxDefaults.KF_ACCOUNT, SandboxDefaults.KF_ACCOUNT_NAME, app));
        }
        if (members.isEmpty()) {
            members = SandboxDefaults.MEMBERS;
        }
        if (servicers.isEmpty()) {
            servicers = SandboxDefaults.SERVICERS;
        }
        if (customers.isEmpty()) {
            customers = Map.of(SandboxDefaults.CUSTOMER, SandboxDefaults.CUSTOMER_NAME);
        }
    }

    /** One self-built app, as WeCom's console shows it. */
    public record App(int agentId, String secret, String token, String encodingAesKey) {

        public App {
            if (!encodingAesKey.matches("[0-9A-Za-z]{43}")) {
                throw new IllegalArgumentException("encodingAesKey must have 43 letters and digits");
            }
        }

        @Override
        public String toString() {
            return "App[agentId=" + agentId + "]";
        }
    }

    /**
     * One 微信客服 account.
     *
     * @param id {@code wk…}
     * @param app the app that it is granted to and whose callback is told of its messages
     */
    public record Account(
            String id,
            String name,
            @DefaultValue(SandboxDefaults.APP) String app) {}

    /**
     * The published limits (W90312), settable because tests want them low and load wants them high.
     *
     * @param basePerMinute calls of one API path by the corp; 0 for none
     * @param memberPerMinute application messages of one app to one member, the surplus vanishes
     * @param wrongSecretsPerHour wrong calls of {@code gettoken} before the caller is blocked for an hour
     * @param tokenlessSyncsPerMinute calls of {@code kf/sync_msg} without a callback's token; WeCom's number is secret
     * @param emptyPageEvery every how many calls of {@code kf/sync_msg} an empty page with {@code has_more} comes; 0
     *     for never
     */
    public record Limits(
            @DefaultValue("10000") int basePerMinute,
            @DefaultValue("150000") int basePerHour,
            @DefaultValue("30") int memberPerMinute,
            @DefaultValue("1000") int memberPerHour,
            @DefaultValue("2000") int wrongSecretsPerHour,
            @DefaultValue("60") int tokenlessSyncsPerMinute,
            @DefaultValue("7") int emptyPageEvery) {}

    /**
     * How callbacks are delivered.
     *
     * @param timeout after which the connection is dropped (W90930: 5 s)
     * @param retries how often the same request is sent again after a time-out or a network failure
     * @param retryDelay the pause before each repeat, which WeCom does not publish
     * @param waiting how many callbacks may wait; more are dropped, as WeCom drops events
     */
    public record Callbacks(
            @DefaultValue("5s") Duration timeout,
            @DefaultValue("3") int retries,
            @DefaultValue("1s") Duration retryDelay,
            @DefaultValue("32") int concurrency,
            @DefaultValue("20000") int waiting) {}
}
