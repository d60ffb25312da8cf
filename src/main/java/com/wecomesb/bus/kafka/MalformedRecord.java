package com.wecomesb.bus.kafka;

/** A record is not what its topic holds, and will not become so by reading it again. Says nothing of its content. */
public class MalformedRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedRecord(String reason) {
        super(reason);
    }
}
