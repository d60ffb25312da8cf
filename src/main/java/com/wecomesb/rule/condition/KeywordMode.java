package com.wecomesb.rule.condition;

/** How keywords are looked for. */
public enum KeywordMode {
    /** They are somewhere in the message. */
    CONTAINS,
    /** One of them is the whole message. */
    EXACT,
    /** Something in the message is like them. */
    FUZZY
}
