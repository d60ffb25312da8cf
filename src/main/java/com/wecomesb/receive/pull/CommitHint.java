package com.wecomesb.receive.pull;

import com.wecomesb.bus.LostPartition;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The last step of the routes that take hints: commits the offset of the last record that a poll gave of a partition,
 * and waits for it. A crash before that follows some hints twice, which finds nothing new.
 */
@Component("commitHint")
class CommitHint implements Processor {

    private static final Logger log = LoggerFactory.getLogger(CommitHint.class);

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
        try {
            commit.commit();
        } catch (RuntimeException failure) {
            if (!LostPartition.isToldBy(failure)) {
                throw failure;
            }
            // After a pause of the machine the partition is another's, and only the next poll mends that: to repeat the
            // commit would keep this consumer from polling for ever. The hint itself has been followed.
            log.atInfo()
                    .addKeyValue("cause", failure.getClass().getSimpleName())
                    .log("hints are followed again by whoever reads them now");
        }
    }
}
