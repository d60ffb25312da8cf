package com.wecomesb.connector;

import static com.wecomesb.connector.RestSystems.failure;
import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.connector.StubSystem.Reply;
import com.wecomesb.mapping.MappingSet;
import com.wecomesb.time.MutableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What operators see of a system that fails too often, while health stays UP. */
@ExtendWith(OutputCaptureExtension.class)
class BreakerIsShownTest {

    private static final String ALONE = "is left alone";
    private static final String AGAIN = "answers again";

    @AutoClose
    private final RestSystems systems = new RestSystems();

    private final MutableClock clock = new MutableClock(RestSystems.NOW);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ConnectorCalls calls = new ConnectorCalls(
            systems.configured(), MappingSet::empty, systems.templates(), ConnectorSettings.defaults(), clock);

    @Test
    void aWarningAndAMeasureTellThatASystemIsLeftAloneAndWhenItIsBack(CapturedOutput output) {
        // Given
        new SystemGauges(calls).bindTo(meters);
        systems.stub().misbehave(request -> request.path().startsWith("/tickets") ? Reply.of(500, "") : null);
        // When
        for (int call = 0; call < 12; call++) {
            failure(calls, "ticket", "ticket-create", "{}");
        }
        // Then
        assertThat(open("ticket")).isEqualTo(1);
        assertThat(open("crm")).isZero();
        assertThat(output).containsOnlyOnce(ALONE).doesNotContain(AGAIN);
        // When
        clock.advance(Duration.ofMinutes(1));
        failure(calls, "ticket", "ticket-create", "{}");
        systems.stub().misbehave(request -> null);
        for (int call = 0; call < 3; call++) {
            clock.advance(Duration.ofMinutes(1));
            calls.call("ticket", "ticket-create", json("{'subject': '退货'}"), CallContext.of("a" + call));
        }
        // Then
        assertThat(open("ticket")).isZero();
        assertThat(output).containsOnlyOnce(ALONE).containsOnlyOnce(AGAIN);
    }

    private double open(String system) {
        return meters.get("esb.system.breaker.open")
                .tag("system", system)
                .gauge()
                .value();
    }
}
