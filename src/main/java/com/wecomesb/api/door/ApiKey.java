package com.wecomesb.api.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one key of REST and pages. It is compared in constant time and never shown. */
public final class ApiKey {

    private static final String HMAC = "HmacSHA256";

    private final byte[] key;
    private final String pageSession;

    public ApiKey(String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("esb.api.key must not be blank");
        }
        this.key = key.strip().getBytes(StandardCharsets.UTF_8);
        this.pageSession = derive("page session");
    }

    boolean is(String candidate) {
        return same(key, candidate.strip().getBytes(StandardCharsets.UTF_8));
    }

    /** What a browser on this machine holds instead of the key; it stays the same over restarts, as the key does. */
    String pageSession() {
        return pageSession;
    }

    boolean isPageSession(String candidate) {
        return same(pageSession.getBytes(StandardCharsets.US_ASCII), candidate.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean same(byte[] expected, byte[] candidate) {
        return MessageDigest.isEqual(expected, candidate);
    }

    private String derive(String purpose) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(purpose.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "ApiKey[…]";
    }
}
