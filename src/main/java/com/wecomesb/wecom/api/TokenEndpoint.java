package com.wecomesb.wecom.api;

import com.wecomesb.wecom.WecomSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Fetches access tokens: {@code gettoken}, document 91039. */
final class TokenEndpoint {

    private static final String PATH = "gettoken";

    /** A wrong secret, called too often, blocks our address for all corps. */
    private static final ApiCall.Scope OUR_ADDRESS = new ApiCall.Scope("", PATH);

    private final ApiExchange exchange;
    private final Blocks blocks;
    private final ApiDiary diary;
    private final TokenSettings settings;
    private final Clock clock;

    TokenEndpoint(ApiExchange exchange, Blocks blocks, ApiDiary diary, TokenSettings settings, Clock clock) {
        this.exchange = exchange;
        this.blocks = blocks;
        this.diary = diary;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A token of an app that has a secret.
     *
     * @throws WecomCallFailed RETRY_LATER when WeCom cannot be reached (the call that wanted the token was not sent
     *     either), CONFIGURATION when it refuses the secret or our address, THROTTLED when it blocks our address
     */
    AccessToken fetch(String name, WecomSettings.App app, Deadline deadline) {
        ApiCall call = new ApiCall(name, app.corpId(), PATH, null, Map.of());
        Instant blocked = blocks.until(OUR_ADDRESS);
        if (blocked != null) {
            throw blocked(call, blocked);
        }
        String secret = Objects.requireNonNull(app.secret());
        ApiExchange.Answer answer = exchange.send(call, Map.of("corpid", app.corpId(), "corpsecret", secret), deadline);
        CallOutcome outcome = answer.refusesToken()
                ? CallOutcome.CONFIGURATION
                : answer.errcode().outcome();
        diary.note(
                call,
                answer.errcode().code(),
                outcome,
                outcome == CallOutcome.OK ? "" : answer.reason(),
                answer.address());
        if (outcome == CallOutcome.THROTTLED) {
            throw blocked(call, blocks.start(OUR_ADDRESS, BlockWindow.HOUR));
        }
        if (outcome != CallOutcome.OK) {
            throw new WecomCallFailed(name, PATH, answer.errcode().code(), outcome, null, answer.reason());
        }
        return tokenIn(call, answer);
    }

    private AccessToken tokenIn(ApiCall call, ApiExchange.Answer answer) {
        String value = answer.content().path("access_token").asText("");
        Duration life = Duration.ofSeconds(answer.content().path("expires_in").asLong(0));
        if (value.isEmpty() || life.isZero() || life.isNegative()) {
            throw new WecomCallFailed(
                    call.app(),
                    PATH,
                    WecomCallFailed.NO_ERRCODE,
                    CallOutcome.RETRY_LATER,
                    null,
                    "gettoken 的应答里没有 access_token");
        }
        Instant now = clock.instant();
        Instant ahead = now.plus(life).minus(settings.refreshAhead());
        Instant pause = now.plus(settings.refreshPause());
        return new AccessToken(value, ahead.isAfter(pause) ? ahead : pause, now.plus(life));
    }

    private static WecomCallFailed blocked(ApiCall call, Instant until) {
        return new WecomCallFailed(
                call.app(),
                PATH,
                Errcode.TOO_MANY_CALLS,
                CallOutcome.THROTTLED,
                until,
                "企业微信因多次错误的 gettoken 调用封锁了出口地址,到期后自动恢复");
    }
}
