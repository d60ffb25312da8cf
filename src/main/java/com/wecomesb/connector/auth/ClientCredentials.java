package com.wecomesb.connector.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.CredentialsRefused;
import com.wecomesb.connector.Failures;
import com.wecomesb.connector.http.HttpAnswer;
import com.wecomesb.connector.http.HttpCall;
import com.wecomesb.connector.http.Parameter;
import com.wecomesb.connector.http.Payload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2.0 client credentials (RFC 6749, section 4.4).
 *
 * @param inBody whether id and secret go into the form, else as basic authentication
 */
public record ClientCredentials(
        SettingsText tokenUrl, SettingsText clientId, SettingsText clientSecret, SettingsText scope, boolean inBody)
        implements Authentication {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Set<String> needs() {
        Set<String> needs = new TreeSet<>();
        List.of(tokenUrl, clientId, clientSecret).forEach(text -> needs.addAll(text.names()));
        return needs;
    }

    @Override
    public Signed sign(HttpCall call, Session session, @Nullable String refused) {
        Asked asked = asked(session.settings());
        String token = session.tokens().current(asked, refused, () -> fetch(asked, session));
        return new Signed(call.withHeader("Authorization", "Bearer " + token), token);
    }

    private Asked asked(Map<String, String> settings) {
        return new Asked(
                tokenUrl.fill(settings), clientId.fill(settings), clientSecret.fill(settings), scope.fill(settings));
    }

    private Tokens.Token fetch(Asked asked, Session session) {
        try {
            HttpAnswer answer = session.sender().send(request(asked));
            // OAuth 2.0 says 400 for a client that it does not know (RFC 6749, 5.2).
            if (List.of(400, 401, 403).contains(answer.status())) {
                throw new CredentialsRefused("取访问令牌 HTTP " + answer.status());
            }
            if (!answer.isOk()) {
                throw Failures.ofStatus(
                        answer.status(),
                        answer.header("retry-after"),
                        "取访问令牌",
                        session.tokens().now());
            }
            return token(JSON.readTree(answer.body()), session);
        } catch (IOException unreachable) {
            throw new ConnectorFailed(Kind.RETRY, "取访问令牌时连接失败、超时或回答不是 JSON");
        }
    }

    private HttpCall request(Asked asked) {
        List<Parameter> fields = new ArrayList<>();
        fields.add(new Parameter("grant_type", "client_credentials"));
        if (inBody) {
            fields.add(new Parameter("client_id", asked.clientId()));
            fields.add(new Parameter("client_secret", asked.clientSecret()));
        }
        if (!asked.scope().isEmpty()) {
            fields.add(new Parameter("scope", asked.scope()));
        }
        HttpCall call = HttpCall.of("POST", asked.tokenUrl(), new Payload.Form(fields));
        return inBody
                ? call
                : call.withHeader("Authorization", Placement.Basic.header(asked.clientId(), asked.clientSecret()));
    }

    private static Tokens.Token token(JsonNode answer, Session session) {
        String token = answer.path("access_token").asText("");
        if (token.isEmpty()) {
            throw new ConnectorFailed(Kind.PERMANENT, "取访问令牌:回答里没有 access_token");
        }
        long seconds = answer.path("expires_in").asLong(3600);
        // A tenth off: the token must live longer than the call that it is put into.
        return new Tokens.Token(token, session.tokens().now().plusSeconds(seconds - seconds / 10));
    }

    /** What a token is asked for with. */
    private record Asked(String tokenUrl, String clientId, String clientSecret, String scope) {

        @Override
        public String toString() {
            return "Asked[" + tokenUrl + "]";
        }
    }
}
