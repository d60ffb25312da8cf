package com.wecomesb.wecom.callback;

import java.time.Instant;

/**
 * A verified and decrypted callback.
 *
 * @param app the name of the app that it came through, as in the settings
 * @param corpId the corp that it is about
 * @param xml the plaintext, one message or event as WeCom wrote it
 * @param receivedAt when it arrived here
 */
public record Callback(String app, String corpId, String xml, Instant receivedAt) {

    /** Without the plaintext, which is a customer's message. */
    @Override
    public String toString() {
        return "Callback[app=" + app + ", corpId=" + corpId + ", receivedAt=" + receivedAt + "]";
    }
}
