package com.wecomesb.wecom.api;

/** What the result of a call means for who made it. */
public enum CallOutcome {
    /** Done, or as good as done. */
    OK,
    /** Nothing has happened; the same call may go out again soon. */
    RETRY_LATER,
    /** The access token was refused; the client repeats such a call once by itself. */
    REFRESH_TOKEN,
    /** WeCom takes no more calls of this kind until the end of the block. */
    THROTTLED,
    /** WeCom already has this message: our own repeat, so it is done. */
    DUPLICATE,
    /** The same call will never succeed. */
    PERMANENT,
    /** Nothing goes until an operator has changed something, here or in WeCom's console. */
    CONFIGURATION,
    /** The session is not in the state that the call needs: read its state, then decide. */
    STATE,
    /** WeCom takes nothing for this customer until the customer writes again. */
    HOLD,
    /** The call went out and its answer is missing: it may have been carried out. */
    UNKNOWN
}
