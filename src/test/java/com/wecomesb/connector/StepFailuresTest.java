package com.wecomesb.connector;

import static com.wecomesb.connector.StubConnector.READ;
import static com.wecomesb.connector.StubConnector.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.StubSystem.Reply;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a step {@code system:} of a Kamelet takes for a failure, and of which kind. */
class StepFailuresTest {

    @AutoClose
    private final StubConnector connector = new StubConnector();

    private final StubSystem stub = connector.stub();

    static Stream<Arguments> failures() {
        return Stream.of(
                argumentSet("page instead of JSON", READ, Reply.ok("<html>"), Kind.RETRY, "JSON"),
                argumentSet("page after a write", WRITE, Reply.ok("<html>"), Kind.UNKNOWN, "JSON"),
                argumentSet("half of the JSON", READ, Reply.ok("{\"id\": "), Kind.RETRY, "JSON"),
                argumentSet("cut answer", READ, Reply.CUT, Kind.RETRY, "没有等到"),
                argumentSet("cut answer after a write", WRITE, Reply.CUT, Kind.UNKNOWN, "没有等到"),
                argumentSet("nothing to read", READ, Reply.of(200, ""), Kind.RETRY, "空"),
                argumentSet("silence", READ, Reply.SILENCE, Kind.RETRY, "没有等到"),
                argumentSet("silence after a write", WRITE, Reply.SILENCE, Kind.UNKNOWN, "没有等到"),
                argumentSet("too much", READ, Reply.ok("\"" + "x".repeat(10_000_001)), Kind.PERMANENT, "太大"),
                argumentSet("wrong credentials", READ, Reply.of(401, ""), Kind.PERMANENT, "凭证"),
                argumentSet("no right", READ, Reply.of(403, "<html>"), Kind.PERMANENT, "凭证"),
                argumentSet("not there", READ, Reply.of(404, "{}"), Kind.PERMANENT, "404"),
                argumentSet("conflict", WRITE, Reply.of(409, "{}"), Kind.CONFLICT, "409"),
                argumentSet("changed meanwhile", WRITE, Reply.of(412, ""), Kind.CONFLICT, "412"),
                argumentSet(
                        "fields as a map",
                        WRITE,
                        Reply.of(422, "{\"errors\": {\"email\": [\"王芳@ is bad\"], \"mobile\": [\"x\"]}}"),
                        Kind.PERMANENT,
                        "email、mobile"),
                argumentSet(
                        "fields as a list",
                        WRITE,
                        Reply.of(422, "{\"errors\": [{\"field\": \"items[0].sku\", \"value\": \"王芳\"}]}"),
                        Kind.PERMANENT,
                        "字段:items[0].sku"),
                argumentSet(
                        "a value in the place of a field's name",
                        WRITE,
                        Reply.of(400, "{\"errors\": [{\"field\": \"王芳 13800138000\"}]}"),
                        Kind.PERMANENT,
                        "HTTP 400"),
                argumentSet(
                        "errors under 200",
                        READ,
                        Reply.ok("{\"errors\": [{\"message\": \"王芳\"}]}"),
                        Kind.PERMANENT,
                        "2xx"),
                argumentSet("down", READ, Reply.of(502, "<html>"), Kind.RETRY, "502"),
                argumentSet("throttled", READ, Reply.of(429, ""), Kind.THROTTLED, "请求太多"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void classifiesWhatGoesWrong(String step, Reply reply, Kind kind, String reason) {
        // Given
        stub.answerAlways(reply);
        // When
        ConnectorFailed failed = connector.failure(step);
        // Then
        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed.reason()).contains(reason);
        assertThat(failed).hasNoCause().hasMessageNotContaining("王芳").hasMessageNotContaining("1380");
    }

    @Test
    void doesNotKnowWhatBecameOfTheWholeWhenTheReadAfterAWriteFails() {
        // Given
        stub.misbehave(request -> request.method().equals("POST") ? Reply.ok("{\"id\": 1}") : Reply.of(503, ""));
        // When
        ConnectorFailed failed = connector.failure(WRITE, "path: /orders/{body.id}");
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.UNKNOWN);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                argumentSet("success", "{\"code\": 7}", Kind.PERMANENT, "success"),
                argumentSet("retry-when", "{\"code\": 50000}", Kind.RETRY, "50000"),
                argumentSet("throttled", "{\"code\": 4, \"wait\": 90}", Kind.THROTTLED, "频率"),
                argumentSet("conflict", "{\"code\": 5}", Kind.CONFLICT, ".code == 5"),
                argumentSet("unknown", "{\"code\": 6}", Kind.UNKNOWN, ".code == 6"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void readsErrorsUnder200AsTheConnectorSays(String answer, Kind kind, String reason) {
        // Given
        connector.says("""
                success: '.code == 0'
                retry-when: '.code == 50000'
                errors:
                  - {when: 'starts-with(.text, "no")', class: missing}
                  - {when: '.code == 4', class: throttled, until: '.wait', reason: 超过频率}
                  - {when: '.code == 5', class: conflict}
                  - {when: '.code == 6', class: unknown}
                """);
        stub.answerAlways(Reply.ok(answer));
        // When
        ConnectorFailed failed = connector.failure(READ);
        // Then
        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed.reason()).contains(reason);
        assertThat(failed.until())
                .isEqualTo(kind == Kind.THROTTLED ? Optional.of(StubConnector.NOW.plusSeconds(90)) : Optional.empty());
    }

    @Test
    void takesWhatIsMissingForNothing() {
        // Given
        connector.says("errors: [{when: '.code == 404', class: missing}]");
        stub.answerAlways(Reply.ok("{\"code\": 404}"));
        JsonNode underOk = connector.call(READ + "\nanswer: 'fallback(.name, missing())'");
        stub.answerAlways(Reply.of(410, ""));
        // When
        JsonNode gone = connector.call(READ + "\nmissing: 404, 410\nanswer: 'fallback(., missing())'");
        // Then
        assertThat(underOk.path("found").booleanValue()).isFalse();
        assertThat(gone).isEqualTo(underOk);
    }
}
