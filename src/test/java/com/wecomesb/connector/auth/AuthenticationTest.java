package com.wecomesb.connector.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.auth.Authentication.Session;
import com.wecomesb.connector.auth.Authentication.Signed;
import com.wecomesb.connector.expression.Jslt;
import com.wecomesb.connector.http.HttpAnswer;
import com.wecomesb.connector.http.HttpCall;
import com.wecomesb.connector.http.HttpSender;
import com.wecomesb.time.MutableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuthenticationTest {

    private static final HttpCall CALL = HttpCall.get("https://crm.example.com/contacts");
    private static final Map<String, String> SETTINGS =
            Map.of("url", "https://crm.example.com", "username", "esb", "password", "p:w$1", "clientSecret", "s3cret&");

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final Tokens tokens = new Tokens(clock);
    private final List<HttpCall> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger given = new AtomicInteger();

    @Test
    void putsSettingsWhereTheSystemWantsThem() throws IOException {
        assertThat(signed(fixed(new Placement.Bearer(text("{password}")))).headers())
                .containsEntry("Authorization", "Bearer p:w$1");
        assertThat(signed(fixed(new Placement.Header(text("X-Key"), text("{username}/{password}"))))
                        .headers())
                .containsEntry("X-Key", "esb/p:w$1");
        assertThat(signed(fixed(new Placement.Query(text("key"), text("{clientSecret}"))))
                        .address())
                .endsWith("/contacts?key=s3cret%26");
        assertThat(signed(fixed(new Placement.Basic(text("{username}"), text("{password}"))))
                        .headers())
                .containsEntry("Authorization", "Basic ZXNiOnA6dyQx");
    }

    @Test
    void asksOnceForAllWhoNeedATokenAtTheSameTime() {
        // When
        Stream<String> got = IntStream.range(0, 32).parallel().mapToObj(caller -> token(oauth(true), null));
        // Then
        assertThat(got).containsOnly("token-1");
        assertThat(sent).hasSize(1);
    }

    @Test
    void renewsOnceForAllWhoseTokenWasRefused() {
        // Given
        String refused = token(oauth(true), null);
        // When
        Stream<String> got = IntStream.range(0, 32).parallel().mapToObj(caller -> token(oauth(true), refused));
        // Then
        assertThat(got).containsOnly("token-2");
        assertThat(sent).hasSize(2);
    }

    @Test
    void renewsATokenBeforeItEnds() {
        // Given
        token(oauth(true), null);
        clock.advance(Duration.ofSeconds(3_241));
        // When
        String next = token(oauth(true), null);
        // Then
        assertThat(next).isEqualTo("token-2");
    }

    @Test
    void asksForATokenWithTheSecretInTheFormOrAsPassword() {
        // When
        String first = token(oauth(true), null);
        token(oauth(false), first);
        // Then
        assertThat(body(0))
                .isEqualTo("grant_type=client_credentials&client_id=esb&client_secret=s3cret%26&scope=tickets");
        assertThat(sent.get(0).headers()).doesNotContainKey("Authorization");
        assertThat(body(1)).isEqualTo("grant_type=client_credentials&scope=tickets");
        assertThat(sent.get(1).headers()).containsEntry("Authorization", "Basic ZXNiOnMzY3JldCY=");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("wrong secret", answer(401, "{\"error\":\"invalid_client\"}"), Kind.PERMANENT),
                argumentSet("wrong request", answer(400, ""), Kind.PERMANENT),
                argumentSet("down", answer(502, ""), Kind.RETRY),
                argumentSet("throttled", new HttpAnswer(429, Map.of("retry-after", "5"), new byte[0]), Kind.THROTTLED),
                argumentSet("no token", answer(200, "{}"), Kind.PERMANENT),
                argumentSet("a page", answer(200, "<html>"), Kind.RETRY));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhatARefusalMeans(HttpAnswer refusal, Kind kind) {
        // When
        ConnectorFailed failed = catchThrowableOfType(
                ConnectorFailed.class, () -> oauth(true).sign(CALL, session(call -> refusal), null));
        // Then
        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed).hasNoCause().hasMessageNotContaining("s3cret");
    }

    @Test
    void logsInOnceAndAgainWhenTheSessionIsRefused() throws IOException {
        // When
        Signed first = login().sign(CALL, session(this::sessions), null);
        Signed second = login().sign(CALL, session(this::sessions), null);
        Signed renewed = login().sign(CALL, session(this::sessions), first.token());
        // Then
        assertThat(first.call().headers()).containsEntry("Authorization", "Session ZXNiOjE=");
        assertThat(second.token()).isEqualTo(first.token());
        assertThat(renewed.call().headers()).containsEntry("Authorization", "Session ZXNiOjI=");
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0).url()).isEqualTo("https://crm.example.com/login");
        assertThat(body(0)).isEqualTo("{\"params\":[\"esb\",\"p:w$1\"]}");
    }

    @Test
    void takesALoginWithoutTokenForWrongCredentials() {
        // When
        ConnectorFailed failed = catchThrowableOfType(
                ConnectorFailed.class,
                () -> login().sign(CALL, session(call -> answer(200, "{\"result\": null}")), null));
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(failed.reason()).contains("凭证");
    }

    @Test
    void showsNoSecret() throws IOException {
        // Given
        Signed signed = oauth(true).sign(CALL, session(this::answers), null);
        // Then
        assertThat(signed + " " + signed.call() + session(this::answers) + answers(CALL))
                .doesNotContain("token-", "s3cret", "p:w");
    }

    private HttpCall signed(Authentication way) throws IOException {
        return way.sign(CALL, session(this::answers), null).call();
    }

    private String token(Authentication way, @Nullable String refused) {
        try {
            return String.valueOf(
                    way.sign(CALL, session(this::answers), refused).token());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpAnswer answers(HttpCall call) {
        sent.add(call);
        return answer(200, "{\"access_token\":\"token-" + given.incrementAndGet() + "\",\"expires_in\":3600}");
    }

    private HttpAnswer sessions(HttpCall call) {
        sent.add(call);
        return answer(200, "{\"result\":[" + given.incrementAndGet() + "]}");
    }

    private Session session(HttpSender sender) {
        return new Session(SETTINGS, sender, tokens);
    }

    private static FixedCredentials fixed(Placement placement) {
        return new FixedCredentials(List.of(placement));
    }

    private static Authentication oauth(boolean inBody) {
        return new ClientCredentials(
                text("{url}/token"), text("{username}"), text("{clientSecret}"), text("tickets"), inBody);
    }

    private static Authentication login() {
        return new LoginSession(
                "/login",
                "POST",
                Jslt.parse("{\"params\": [$config.username, $config.password]}"),
                Jslt.parse("if (.result) base64($config.username + \":\" + .result[0])"),
                new Placement.Header(text("Authorization"), text("Session {token}")),
                Set.of("username", "password"));
    }

    private String body(int call) {
        byte[] body = sent.get(call).payload().bytes();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private static SettingsText text(String text) {
        return new SettingsText(text);
    }

    private static HttpAnswer answer(int status, String body) {
        return new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
