package com.wecomesb.perform;

/** Whether anybody reacts to outcomes of a type; only these, and all failures, become events. */
@FunctionalInterface
public interface OutcomeInterest {

    /**
     * Whether anybody reacts.
     *
     * @param type {@code esb.ticket.ticket-create.done}
     */
    boolean wants(String type);
}
