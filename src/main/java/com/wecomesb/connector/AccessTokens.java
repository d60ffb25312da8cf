package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2.0 access tokens by client credentials, shared by all Kamelets that use the same ones; one request in flight for
 * each. Thread-safe.
 */
public final class AccessTokens {

    private static final Duration TIME_OUT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clock clock;
    private final Map<Credentials, Slot> slots = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public AccessTokens(Clock clock) {
        this.clock = clock;
    }

    /** A token that is still good; throws {@link ConnectorFailed} when the server gives none. */
    String current(Credentials credentials) {
        return slot(credentials).token(credentials, null);
    }

    /** Another token than the one that was refused; the one that is there when somebody else has renewed it meanwhile. */
    String renewed(Credentials credentials, String refused) {
        return slot(credentials).token(credentials, refused);
    }

    private Slot slot(Credentials credentials) {
        return slots.computeIfAbsent(credentials, key -> new Slot());
    }

    private Token fetch(Credentials credentials) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(credentials.tokenUrl()))
                .timeout(TIME_OUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(credentials.form()))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 == 2) {
                return read(response.body());
            }
            throw Failures.ofStatus(
                    response.statusCode(),
                    response.headers().firstValue("Retry-After").orElse(null),
                    "取访问令牌",
                    clock.instant());
        } catch (IOException unreachable) {
            throw new ConnectorFailed(ConnectorFailed.Kind.RETRY, "取访问令牌时连接失败或超时");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConnectorFailed(ConnectorFailed.Kind.RETRY, "取访问令牌时被中断");
        }
    }

    private Token read(byte[] body) throws IOException {
        JsonNode answer = JSON.readTree(body);
        String token = answer.path("access_token").asText("");
        if (token.isEmpty()) {
            throw new ConnectorFailed(ConnectorFailed.Kind.PERMANENT, "取访问令牌:回答里没有 access_token");
        }
        long seconds = answer.path("expires_in").asLong(3600);
        // A tenth off: the token must live longer than the call that it is put into.
        return new Token(token, clock.instant().plusSeconds(seconds - seconds / 10));
    }

    /** What a token is asked for with. */
    record Credentials(
            String tokenUrl,
            String clientId,
            String clientSecret,
            @Nullable String scope) {

        private String form() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("grant_type", "client_credentials");
            fields.put("client_id", clientId);
            fields.put("client_secret", clientSecret);
            if (scope != null) {
                fields.put("scope", scope);
            }
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
        }

        @Override
        public String toString() {
            return "Credentials[" + tokenUrl + "]";
        }
    }

    private record Token(String value, Instant goodUntil) {

        @Override
        public String toString() {
            return "Token[" + goodUntil + "]";
        }
    }

    private final class Slot {

        private @Nullable Token token;

        synchronized String token(Credentials credentials, @Nullable String refused) {
            Token known = token;
            if (known == null
                    || known.value().equals(refused)
                    || !clock.instant().isBefore(known.goodUntil())) {
                known = fetch(credentials);
                token = known;
            }
            return known.value();
        }
    }
}
