package com.wecomesb.connector.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.Failures;
import com.wecomesb.connector.expression.Jslt;
import com.wecomesb.connector.expression.JsltFailed;
import com.wecomesb.connector.http.HttpAnswer;
import com.wecomesb.connector.http.HttpCall;
import com.wecomesb.connector.http.Payload;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A login call gives a token that the other calls carry, until the system refuses it.
 *
 * @param path below the system's URL
 * @param body of the login, sees all settings as {@code $config}, secrets too
 * @param token from the answer, {@code $headers} and {@code $config}
 * @param as where the token goes, as the setting {@code {token}}
 * @param secrets the settings that login needs
 */
public record LoginSession(
        String path, String method, @Nullable Jslt body, Jslt token, Placement as, Set<String> secrets)
        implements Authentication {

    private static final ObjectMapper JSON = new ObjectMapper();

    public LoginSession {
        secrets = Set.copyOf(secrets);
    }

    @Override
    public Set<String> needs() {
        Set<String> needs = new TreeSet<>(secrets);
        as.texts().forEach(text -> needs.addAll(text.names()));
        needs.remove("token");
        return needs;
    }

    @Override
    public Signed sign(HttpCall call, Session session, @Nullable String refused) {
        Map<String, String> settings = new HashMap<>(session.settings());
        String got = session.tokens().current(new Login(this, Map.copyOf(settings)), refused, () -> logIn(session));
        settings.put("token", got);
        return new Signed(as.put(call, settings), got);
    }

    private Tokens.Token logIn(Session session) {
        Map<String, JsonNode> variables = new HashMap<>(Map.of("config", config(session.settings())));
        try {
            HttpAnswer answer = session.sender().send(request(session, variables));
            if (!answer.isOk()) {
                throw Failures.ofStatus(
                        answer.status(),
                        answer.header("retry-after"),
                        "登录",
                        session.tokens().now());
            }
            variables.put("headers", JSON.valueToTree(answer.headers()));
            variables.put("status", JsonNodeFactory.instance.numberNode(answer.status()));
            String got = token.of(read(answer), variables).asText("");
            if (got.isEmpty() || got.equals("null")) {
                throw new ConnectorFailed(Kind.PERMANENT, "登录没有得到令牌:凭证不对,或 auth.session.token 取错了地方");
            }
            return new Tokens.Token(got, null);
        } catch (JsltFailed unfit) {
            throw new ConnectorFailed(Kind.PERMANENT, "登录的回答不是 auth.session.token 以为的样子:凭证可能不对");
        } catch (IOException unreachable) {
            throw new ConnectorFailed(Kind.RETRY, "登录时连接失败或超时");
        }
    }

    private static JsonNode read(HttpAnswer answer) throws IOException {
        try {
            return answer.body().length == 0 ? NullNode.getInstance() : JSON.readTree(answer.body());
        } catch (JsonProcessingException notJson) {
            return NullNode.getInstance();
        }
    }

    private HttpCall request(Session session, Map<String, JsonNode> variables) {
        String url = session.settings().getOrDefault("url", "") + path;
        Payload payload = body == null ? Payload.NOTHING : new Payload.Json(body.of(NullNode.getInstance(), variables));
        return HttpCall.of(method, url, payload);
    }

    private static ObjectNode config(Map<String, String> settings) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        settings.forEach(config::put);
        return config;
    }

    /** What a session belongs to. */
    private record Login(LoginSession way, Map<String, String> settings) {

        @Override
        public String toString() {
            return "Login";
        }
    }
}
