package com.wecomesb.wecom.api;

import java.time.Instant;

/**
 * An access token of one app.
 *
 * @param value the secret itself, at most 512 bytes
 * @param refreshAt from when on it should be fetched anew, while it is still good
 * @param expiresAt from when on WeCom refuses it
 */
record AccessToken(String value, Instant refreshAt, Instant expiresAt) {

    @Override
    public String toString() {
        return "AccessToken[expiresAt=" + expiresAt + "]";
    }
}
