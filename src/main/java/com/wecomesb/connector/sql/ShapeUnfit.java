package com.wecomesb.connector.sql;

/** A table, or one of its columns, is not what was taken for it; the message is for people and says no values. */
final class ShapeUnfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ShapeUnfit(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
