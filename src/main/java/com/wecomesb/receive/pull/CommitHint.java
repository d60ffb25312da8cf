package com.wecomesb.receive.pull;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.springframework.stereotype.Component;

/**
 * The last step of the route {@code pull-kf}: commits the offset of the last record that a poll gave of a partition,
 * and waits for it. A crash before that follows some hints twice, which finds nothing new.
 */
@Component("commitHint")
class CommitHint implements Processor {

    @Override
    public void process(Exchange exchange) {
        boolean moreToCome = Boolean.FALSE.equals(
                exchange.getMessage().getHeader(KafkaConstants.LAST_RECORD_BEFORE_COMMIT, Boolean.class));
        if (moreToCome) {
            return;
        }
        KafkaManualCommit commit =
                exchange.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class);
        if (commit == null) {
            throw new IllegalStateException("the consumer of pull-kf does not allow manual commits");
        }
        commit.commit();
    }
}
