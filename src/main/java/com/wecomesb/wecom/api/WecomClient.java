package com.wecomesb.wecom.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.wecomesb.wecom.WecomSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls any path of the WeCom API in the name of an app of the settings: adds the access token, keeps the published
 * limits, and turns every answer into a result or a {@link WecomCallFailed}. Thread-safe; a call blocks for at most
 * {@code esb.wecom.call-timeout}, its token included.
 */
public final class WecomClient implements AutoCloseable {

    private static final String MEDIA_UPLOAD = "media/upload";

    private final WecomSettings settings;
    private final WecomHttp http;
    private final ApiExchange exchange;
    private final AccessTokens tokens;
    private final PublishedLimits limits;
    private final Blocks blocks;
    private final ApiDiary diary;

    WecomClient(
            WecomSettings settings,
            WecomHttp http,
            ApiExchange exchange,
            AccessTokens tokens,
            PublishedLimits limits,
            Blocks blocks,
            ApiDiary diary) {
        this.settings = settings;
        this.http = http;
        this.exchange = exchange;
        this.tokens = tokens;
        this.limits = limits;
        this.blocks = blocks;
        this.diary = diary;
    }

    /**
     * Calls {@code /cgi-bin/PATH}: a GET without a body, a POST with one.
     *
     * @param app the app's name in the settings
     * @param path such as {@code kf/send_msg}; a path under {@code webhook/} takes the webhook's {@code key} in the query
     *     and no token
     * @param query beside the token; its values are treated as secrets
     * @return WeCom's whole answer
     * @throws WecomCallFailed in every other case, with what the caller should do about it
     * @throws IllegalArgumentException if the path is none
     */
    public JsonNode call(String app, String path, @Nullable JsonNode body, Map<String, String> query) {
        WecomSettings.App configured = configured(app, path);
        ApiCall call = new ApiCall(app, configured.corpId(), path, body, query);
        return made(call, configured, Deadline.in(settings.callTimeout()));
    }

    /**
     * Gives WeCom a file, {@code media/upload}; it takes at most three times as long as a call.
     *
     * @param kind {@code image}, {@code voice}, {@code video} or {@code file}
     * @param name as recipients see it
     * @return WeCom's answer, with {@code media_id}, which is good for three days in all apps of the corp
     * @throws WecomCallFailed in every other case
     */
    public JsonNode upload(String app, String kind, String name, byte[] content) {
        WecomSettings.App configured = configured(app, MEDIA_UPLOAD);
        Upload upload = new Upload(name, content);
        ApiCall call = new ApiCall(app, configured.corpId(), MEDIA_UPLOAD, null, upload, Map.of("type", kind));
        return made(call, configured, Deadline.in(settings.callTimeout().multipliedBy(3)));
    }

    /**
     * A file that somebody sent, {@code media/get} (W90254); WeCom keeps it for three days.
     *
     * @throws WecomCallFailed with errcode 40007 when it is there no more
     */
    public byte[] download(String app, String mediaId) {
        WecomSettings.App configured = configured(app, ApiCall.MEDIA_GET);
        ApiCall call = new ApiCall(app, configured.corpId(), ApiCall.MEDIA_GET, null, Map.of("media_id", mediaId));
        return ((BinaryNode) made(call, configured, Deadline.in(settings.callTimeout()))).binaryValue();
    }

    private JsonNode made(ApiCall call, WecomSettings.App configured, Deadline deadline) {
        Map<String, String> query = call.query();
        limits.admit(call);
        if (call.isWebhook()) {
            return resultOf(call, exchange.send(call, query, deadline));
        }
        AccessToken token = tokens.of(call.app(), configured, deadline);
        ApiExchange.Answer answer = exchange.send(call, with(token, query), deadline);
        if (answer.refusesToken()) {
            AccessToken other = tokens.replace(call.app(), configured, token, deadline);
            answer = exchange.send(call, with(other, query), deadline);
        }
        return resultOf(call, answer);
    }

    private WecomSettings.App configured(String app, String path) {
        WecomSettings.App configured = settings.app(app).orElse(null);
        if (configured == null) {
            throw unconfigured(app, path, "没有配置名为 " + app + " 的应用(esb.wecom.apps." + app + ")");
        }
        if (configured.receivesOnly() && !path.startsWith("webhook/")) {
            throw unconfigured(app, path, "应用 " + app + " 没有配置 secret,只能接收消息(esb.wecom.apps." + app + ".secret)");
        }
        return configured;
    }

    private JsonNode resultOf(ApiCall call, ApiExchange.Answer answer) {
        CallOutcome outcome = outcomeOf(answer);
        int code = answer.errcode().code();
        diary.note(call, code, outcome, outcome == CallOutcome.OK ? "" : answer.reason(), answer.address());
        if (outcome != CallOutcome.OK) {
            BlockWindow block = answer.errcode().block();
            Instant until = block == null ? null : blocks.start(call.scope(), block);
            throw new WecomCallFailed(call.app(), call.path(), code, outcome, until, answer.reason());
        }
        WecomCallFailed hidden = Recipients.refusedAmong(call, answer.content());
        if (hidden != null) {
            throw hidden;
        }
        return answer.content();
    }

    /** A fresh token that is refused too is the secret's fault with 40001, and otherwise a matter of time. */
    private static CallOutcome outcomeOf(ApiExchange.Answer answer) {
        if (!answer.refusesToken()) {
            return answer.errcode().outcome();
        }
        return answer.errcode().code() == Errcode.CREDENTIAL_INVALID
                ? CallOutcome.CONFIGURATION
                : CallOutcome.RETRY_LATER;
    }

    private static Map<String, String> with(AccessToken token, Map<String, String> query) {
        Map<String, String> all = new HashMap<>(query);
        all.put("access_token", token.value());
        return all;
    }

    private static WecomCallFailed unconfigured(String app, String path, String reason) {
        return new WecomCallFailed(app, path, WecomCallFailed.NO_ERRCODE, CallOutcome.CONFIGURATION, null, reason);
    }

    @Override
    public void close() {
        http.close();
    }
}
