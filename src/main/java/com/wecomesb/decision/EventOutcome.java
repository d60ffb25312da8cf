package com.wecomesb.decision;

/** What became of an event; stored with it and shown to people. */
enum EventOutcome {
    /** A rule acted. */
    DECIDED,
    /** A customer's message that no rule knows; the fallback answered. */
    UNMATCHED,
    /** The customer was asked whether a rule means what he wants; it acts when he says yes. */
    ASKED,
    /** The customer said no to the question; the fallback answered. */
    DECLINED,
    /** Decided and recorded, nothing sent: the account is in shadow mode. */
    SHADOW,
    /** Too old for an automatic answer; left to people. */
    TOO_LATE,
    /** The account's mode does not serve this contact; left to people. */
    NOT_SERVED,
    /** People have the conversation; the bot is silent. */
    WITH_PEOPLE,
    /** Caused by too many decisions of the bus itself. */
    LOOP_CUT,
    /** Stored; no rule reacts to it. */
    NOTED,
    /** Could not be handled; a dead letter holds it. */
    POISON
}
