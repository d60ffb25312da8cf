package com.wecomesb.receive.pull;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a hint that is handled when its offset cannot be committed. */
class CommitHintTest {

    static Stream<RuntimeException> lost() {
        return Stream.of(new CommitFailedException(), new RebalanceInProgressException());
    }

    @ParameterizedTest
    @MethodSource("lost")
    void aPartitionThatWasLostInAPauseIsNotWaitedForSinceOnlyAPollGivesItBack(RuntimeException lost) {
        // When
        Exchange exchange = committing(lost);

        // Then
        assertThatCode(() -> new CommitHint().process(exchange)).doesNotThrowAnyException();
    }

    @Test
    void aBrokerThatDoesNotAnswerIsTriedAgain() {
        // When
        Exchange exchange = committing(new TimeoutException());

        // Then
        assertThatThrownBy(() -> new CommitHint().process(exchange)).isInstanceOf(TimeoutException.class);
    }

    private static Exchange committing(RuntimeException failure) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        KafkaManualCommit commit = () -> {
            throw failure;
        };
        exchange.getMessage().setHeader(KafkaConstants.MANUAL_COMMIT, commit);
        return exchange;
    }
}
