package com.wecomesb.bus.kafka;

import java.util.List;

/** A topic is not as the settings say; the bus does not start on it. */
final class TopicMismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private TopicMismatch(String message) {
        super(message);
    }

    static TopicMismatch partitions(String topic, int there, int wanted) {
        return new TopicMismatch("""
                topic %s has %d partitions, esb.bus.partitions says %d. With another count the events of a conversation \
                move to another partition and lose their order. Either set esb.bus.partitions=%d, or change the count \
                in this order: drain every instance (POST /api/v1/drain), stop them, wait until no consumer group of \
                the bus lags, raise the count of all its topics to %d, start again""".formatted(topic, there, wanted, there, wanted));
    }

    static TopicMismatch missing(List<String> topics) {
        return new TopicMismatch("topics " + topics
                + " do not exist and esb.bus.create-topics=false: create them, or let the bus do so");
    }
}
