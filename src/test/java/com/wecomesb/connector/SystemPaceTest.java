package com.wecomesb.connector;

import static com.wecomesb.connector.StubConnector.READ;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.StubSystem.Reply;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How a system is left in peace that has had enough. */
class SystemPaceTest {

    @AutoClose
    private final StubConnector connector = new StubConnector();

    private final StubSystem stub = connector.stub();

    @Test
    void leavesASystemAloneThatAskedForSilence() {
        // Given
        connector.says("limits: {remaining: X-Left, reset: X-Reset}");
        stub.answerAlways(new Reply(
                200,
                Map.of(
                        "X-Left",
                        "0",
                        "X-Reset",
                        String.valueOf(StubConnector.NOW.plusSeconds(30).getEpochSecond())),
                "{}"));
        connector.call(READ);
        // When
        ConnectorFailed failed = connector.failure(READ);
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(failed.until()).contains(StubConnector.NOW.plusSeconds(30));
        assertThat(stub.requests).hasSize(1);
    }

    @Test
    void callsNoFasterThanTheConnectorAllows() {
        // Given
        connector.says("limits: {rate: 1/h}");
        stub.answerAlways(Reply.ok("{}"));
        connector.call(READ);
        // When
        ConnectorFailed failed = connector.failure(READ);
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(stub.requests).hasSize(1);
    }
}
