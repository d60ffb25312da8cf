package com.wecomesb.receive.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.bus.Hint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says that an account of 微信客服 may have something new.
 *
 * @param app in whose name to fetch
 * @param openKfId the account; empty in old callbacks, which mean any account of the app
 * @param token of the callback; lets WeCom allow more calls, for ten minutes
 */
record KfHint(String app, String openKfId, @Nullable String token) {

    /** What the keys of hints at accounts begin with. */
    static final String KEY_PREFIX = "kf:";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the record's value. */
    static KfHint read(String json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("a hint of 微信客服 that is no JSON");
        }
        String app = node.path("app").asText("");
        if (app.isEmpty()) {
            throw new IllegalArgumentException("a hint of 微信客服 that names no app");
        }
        String token = node.path("token").asText("");
        return new KfHint(app, node.path("openKfId").asText(""), token.isEmpty() ? null : token);
    }

    /** For the topic; hints of one account have one key, so that one instance follows them one after the other. */
    Hint at(Instant instant) {
        ObjectNode json = JSON.createObjectNode().put("app", app).put("openKfId", openKfId);
        if (token != null) {
            json.put("token", token);
        }
        return new Hint(KEY_PREFIX + openKfId, json.toString(), instant);
    }

    KfHint withoutToken() {
        return new KfHint(app, openKfId, null);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "KfHint[app=" + app + ", openKfId=" + openKfId + "]";
    }
}
