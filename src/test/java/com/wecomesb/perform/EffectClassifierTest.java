package com.wecomesb.perform;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.Failures;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectClassifierTest {

    @ParameterizedTest
    @CsvSource({
        "401, Misconfigured",
        "403, Failed",
        "404, Failed",
        "409, Retry",
        "422, Failed",
        "429, Throttled",
        "500, Retry"
    })
    void whatASystemRefusesWaitsWhereTheSettingsCanMendIt(int status, String effect) {
        // Given
        ConnectorFailed failed = Failures.ofStatus(status, null, "系统回答", Instant.EPOCH);
        // When
        Effect means = EffectClassifier.ofConnector(failed, Instant.EPOCH);
        // Then
        assertThat(means.getClass().getSimpleName()).isEqualTo(effect);
    }
}
