package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.connector.AccessTokens.Credentials;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.StubSystem.Reply;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccessTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final AccessTokens tokens = new AccessTokens(Clock.fixed(NOW, ZoneOffset.UTC));
    private StubSystem stub;

    @BeforeEach
    void start() throws IOException {
        stub = new StubSystem();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void asksOnceForAllWhoNeedATokenAtTheSameTime() {
        // When
        Stream<String> given = IntStream.range(0, 32).parallel().mapToObj(caller -> tokens.current(credentials()));
        // Then
        assertThat(given).containsOnly("token-1");
        assertThat(stub.tokensGiven).hasValue(1);
    }

    @Test
    void renewsOnceForAllWhoseTokenWasRefused() {
        // Given
        String refused = tokens.current(credentials());
        // When
        Stream<String> given =
                IntStream.range(0, 32).parallel().mapToObj(caller -> tokens.renewed(credentials(), refused));
        // Then
        assertThat(given).containsOnly("token-2");
        assertThat(stub.tokensGiven).hasValue(2);
    }

    @Test
    void renewsATokenBeforeItEnds() {
        // Given
        stub.misbehave(request -> Reply.ok("{\"access_token\":\"short\",\"expires_in\":0}"));
        tokens.current(credentials());
        stub.behave();
        // When
        String next = tokens.current(credentials());
        // Then
        assertThat(next).isEqualTo("token-1");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("wrong secret", new Reply(401, Map.of(), "{\"error\":\"invalid_client\"}"), Kind.PERMANENT),
                argumentSet("wrong request", new Reply(400, Map.of(), ""), Kind.PERMANENT),
                argumentSet("down", new Reply(502, Map.of(), ""), Kind.RETRY),
                argumentSet("throttled", new Reply(429, Map.of("Retry-After", "5"), ""), Kind.THROTTLED),
                argumentSet("no token", Reply.ok("{}"), Kind.PERMANENT),
                argumentSet("a page", Reply.ok("<html>"), Kind.RETRY));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhatARefusalMeans(Reply reply, Kind kind) {
        // Given
        stub.misbehave(request -> reply);
        // When
        ConnectorFailed failed = catchThrowableOfType(ConnectorFailed.class, () -> tokens.current(credentials()));
        // Then
        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed).hasNoCause().hasMessageNotContaining("s3cret");
        assertThat(credentials().toString()).doesNotContain("s3cret");
    }

    private Credentials credentials() {
        return new Credentials(stub.url() + "/oauth2/token", "esb", "s3cret", "tickets");
    }
}
