package com.wecomesb.action;

import java.util.Locale;

/** The life of an action; the last five states settle it, and a settled action releases its lane. */
public enum ActionState {
    /** Decided; may be performed once it is due and the oldest of its lane. */
    READY,
    /** Claimed by a worker until its lease ends. */
    IN_FLIGHT,
    /** Waits for its next attempt: a fault that passes, a throttle, a dead system. */
    PARKED,
    /** Nobody knows whether the effect happened; reconciled before it is tried again. */
    UNKNOWN,
    DONE,
    /** A permanent fault; a dead letter holds everything needed to replay it. */
    FAILED,
    /** Must not be done any more: the conversation has another owner. */
    SUPPRESSED,
    /** Came too late to be of use. */
    EXPIRED,
    /** Was never possible: no such system is configured, or not for this contact. */
    SKIPPED;

    public boolean settled() {
        return switch (this) {
            case READY, IN_FLIGHT, PARKED, UNKNOWN -> false;
            case DONE, FAILED, SUPPRESSED, EXPIRED, SKIPPED -> true;
        };
    }

    /** As it appears in event types and answers: {@code done}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
