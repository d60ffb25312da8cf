package com.wecomesb.bus;

/** Where Kafka is, be it the company's or the one inside the process. */
public interface Brokers {

    /** The addresses that a Kafka client starts from, {@code host:port,…}; known before the broker has started. */
    String bootstrap();
}
