package com.wecomesb.wecom.api;

/** How long WeCom refuses calls after a limit was passed: the minute's limit blocks for a minute, and so on. */
enum BlockWindow {
    MINUTE,
    HOUR,
    DAY;

    /** WeCom does not say which limit was passed; when it refuses again right after a block, it was the next longer. */
    BlockWindow next() {
        return this == MINUTE ? HOUR : DAY;
    }
}
