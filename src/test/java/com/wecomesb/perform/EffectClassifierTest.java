package com.wecomesb.perform;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.Failures;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

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

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(new PessimisticLockingFailureException("deadlock"), true),
                Arguments.of(new QueryTimeoutException("slow"), true),
                Arguments.of(new CannotGetJdbcConnectionException("no connection in time"), true),
                Arguments.of(new CannotCreateTransactionException("no connection in time"), true),
                Arguments.of(new DataIntegrityViolationException("too long"), false),
                Arguments.of(new IllegalStateException("ours"), false));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aDatabaseThatFailsForAMomentMakesNoDeadLetter(RuntimeException trouble, boolean passes) {
        assertThat(EffectClassifier.isOfDatabase(trouble)).isEqualTo(passes);
    }
}
