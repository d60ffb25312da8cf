package com.wecomesb.receive.pull;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.springframework.stereotype.Component;

/** The last step of the route {@code pull-kf}: commits the record's offset, and waits for it. */
@Component("commitHint")
class CommitHint implements Processor {

    @Override
    public void process(Exchange exchange) {
        KafkaManualCommit commit =
                exchange.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class);
        if (commit == null) {
            throw new IllegalStateException("the consumer of pull-kf does not allow manual commits");
        }
        commit.commit();
    }
}
