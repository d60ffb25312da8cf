package com.wecomesb.sandbox.wecom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** {@code gettoken} (W91039), the one call without a token; who guesses is shut out for an hour (W90313). */
@Simulated
class GetToken {

    static final String PATH = "gettoken";

    private final WecomApps apps;
    private final AccessTokens tokens;
    private final Frequency mistakes;

    GetToken(WecomApps apps, AccessTokens tokens, SandboxSettings settings, SandboxTime time) {
        this.apps = apps;
        this.tokens = tokens;
        this.mistakes = new Frequency(0, settings.limits().wrongSecretsPerHour(), true, time);
    }

    ApiAnswer answer(HttpServletRequest request) {
        String caller = request.getRemoteAddr();
        if (mistakes.isBlocked(caller)) {
            return ApiAnswer.error(Errcode.THROTTLED);
        }
        String corpId = request.getParameter("corpid");
        String secret = request.getParameter("corpsecret");
        if (corpId == null || corpId.isEmpty()) {
            return ApiAnswer.error(Errcode.CORP_MISSING);
        }
        if (secret == null || secret.isEmpty()) {
            return ApiAnswer.error(Errcode.SECRET_MISSING);
        }
        if (!corpId.equals(apps.corpId())) {
            return mistake(caller, Errcode.WRONG_CORP);
        }
        Optional<WecomApp> app = apps.withSecret(secret);
        return app.isPresent() ? token(tokens.issue(app.get())) : mistake(caller, Errcode.WRONG_SECRET);
    }

    private ApiAnswer mistake(String caller, Errcode code) {
        return ApiAnswer.error(mistakes.admits(caller) ? code : Errcode.THROTTLED);
    }

    private ApiAnswer token(AccessTokens.Issued issued) {
        return ApiAnswer.ok(JsonNodeFactory.instance
                .objectNode()
                .put("access_token", issued.token())
                .put("expires_in", tokens.secondsLeft(issued)));
    }

    void reset() {
        mistakes.reset();
    }
}
