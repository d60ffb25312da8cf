package com.wecomesb.wecom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** With every logger at TRACE, HttpClient's wire log included. */
class RedactionTest {

    private static final List<String> SECRETS =
            List.of("token-1", "token-2", WecomApiFixture.SECRET, "webhook-key", "客户的话");

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final OutputStreamAppender<ch.qos.logback.classic.spi.ILoggingEvent> appender =
            new OutputStreamAppender<>();

    private final FakeWecom wecom = new FakeWecom();
    private final WecomClient client = WecomApiFixture.api(
                    wecom.url(), Duration.ofSeconds(2), Clock.systemUTC(), Map.of())
            .client();

    @BeforeEach
    void logEverything() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        encoder.setPattern("%logger %kvp %msg%n%xEx");
        encoder.start();
        appender.setContext(encoder.getContext());
        appender.setEncoder(encoder);
        appender.setOutputStream(log);
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void close() {
        root.setLevel(level);
        root.detachAppender(appender);
        client.close();
        wecom.close();
    }

    @Test
    void writesNoSecretToAnyLogNorIntoAnyFailure() {
        // Given
        wecom.answerInTurn("kf/send_msg", "{\"errcode\":42001}", "{\"errcode\":123456,\"errmsg\":\"客户的话\"}");
        wecom.answer("message/send", request -> {
            throw new FakeWecom.ConnectionLost();
        });
        wecom.answer("kf/account/list", "客户的话 is no JSON");
        wecom.answer("kf/service_state/get", "HTTP 302");

        // When
        List<Throwable> failures = List.of(
                failureOf("kf/send_msg", Map.of()),
                failureOf("message/send", Map.of()),
                failureOf("kf/account/list", Map.of()),
                failureOf("kf/service_state/get", Map.of()),
                failureOf("not a path", Map.of()));
        client.call("service", "webhook/send", JsonNodeFactory.instance.objectNode(), Map.of("key", "webhook-key"));

        // Then
        String written = log.toString(StandardCharsets.UTF_8) + printed(failures);
        assertThat(written).contains("org.apache.hc.client5").contains("/cgi-bin/kf/send_msg");
        assertThat(written).doesNotContain(SECRETS);
    }

    private Throwable failureOf(String path, Map<String, String> query) {
        return catchThrowable(() -> client.call(
                "service", path, JsonNodeFactory.instance.objectNode().put("content", "客户的话"), query));
    }

    private static String printed(List<Throwable> failures) {
        StringWriter text = new StringWriter();
        failures.forEach(failure -> failure.printStackTrace(new PrintWriter(text, true)));
        return text.toString();
    }
}
