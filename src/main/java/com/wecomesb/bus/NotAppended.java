package com.wecomesb.bus;

/** Neither Kafka nor the inbox has taken a record in time: its sender must not be told that it was accepted. */
public class NotAppended extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAppended(String reason) {
        super(reason);
    }

    public NotAppended(String reason, Throwable cause) {
        super(reason, cause);
    }
}
