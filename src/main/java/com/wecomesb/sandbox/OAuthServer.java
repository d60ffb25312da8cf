package com.wecomesb.sandbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Access tokens of the simulated systems by client credentials (RFC 6749, 4.4), each good for one system. */
@Simulated
public class OAuthServer implements SandboxRoutes {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int TOKENS = 10_000;
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final Ids ids;
    private final Cache<String, SimulatedSystem> tokens;

    OAuthServer(Ids ids, SandboxTime time) {
        this.ids = ids;
        this.tokens = Caffeine.newBuilder()
                .ticker(time.ticker())
                .expireAfterWrite(LIFE)
                .maximumSize(TOKENS)
                .build();
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .POST("/sandbox/{system:crm|shop|ticket}/oauth2/token", this::token)
                .build();
    }

    private ServerResponse token(ServerRequest request) {
        if (!request.param("grant_type").orElse("").equals("client_credentials")) {
            return Documents.error(HttpStatus.BAD_REQUEST, "unsupported_grant_type");
        }
        if (!mayHave(request)) {
            return Documents.error(HttpStatus.UNAUTHORIZED, "invalid_client");
        }
        String token = ids.text("sandbox-");
        SimulatedSystem.of(request.pathVariable("system")).ifPresent(system -> tokens.put(token, system));
        return Documents.ok(Documents.object()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", LIFE.toSeconds()));
    }

    private static boolean mayHave(ServerRequest request) {
        String credentials = header(request)
                .filter(header -> header.startsWith(BASIC))
                .map(header -> decoded(header.substring(BASIC.length())))
                .orElseGet(() -> request.param("client_id").orElse("") + ":"
                        + request.param("client_secret").orElse(""));
        return credentials.equals(SandboxDefaults.CLIENT_ID + ":" + SandboxDefaults.CLIENT_SECRET);
    }

    private static String decoded(String basic) {
        try {
            return new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    /** Answers 401 to who comes without a token of this system. */
    public HandlerFilterFunction<ServerResponse, ServerResponse> required(SimulatedSystem system) {
        return (request, next) -> {
            String token = header(request)
                    .filter(header -> header.startsWith(BEARER))
                    .map(header -> header.substring(BEARER.length()))
                    .orElse("");
            if (tokens.getIfPresent(token) == system) {
                return next.handle(request);
            }
            return ServerResponse.status(HttpStatus.UNAUTHORIZED)
                    .header("WWW-Authenticate", "Bearer")
                    .body(Documents.object().put("error", "invalid_token"));
        };
    }

    /** Every token that a system has given is invalid from now on. */
    public void expireTokens(SimulatedSystem system) {
        tokens.asMap().values().removeIf(system::equals);
    }

    private static Optional<String> header(ServerRequest request) {
        return Optional.ofNullable(request.headers().firstHeader("Authorization"));
    }
}
