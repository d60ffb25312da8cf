package com.wecomesb.receive.pull;

import java.time.Instant;

/**
 * How far an account has been read.
 *
 * @param account its {@code open_kfid}
 * @param value WeCom's cursor, empty before the first page: WeCom then starts with the last three days
 * @param lastPullStartedAt when the last pull that came to the end began; everything older is on the bus
 */
record KfCursor(String account, String value, Instant lastPullStartedAt) {

    KfCursor movedTo(String next) {
        return new KfCursor(account, next, lastPullStartedAt);
    }
}
