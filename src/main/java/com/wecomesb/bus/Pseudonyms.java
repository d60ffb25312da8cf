package com.wecomesb.bus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stable names for people and records that say nothing to who does not have the key: HMAC-SHA256, shortened to 128
 * bits. Keys and subjects of events are such names. Thread-safe.
 */
public final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Mac prototype;

    /**
     * @param key secret, the same in all instances, at least 16 bytes
     */
    public Pseudonyms(byte[] key) {
        if (key.length < LENGTH) {
            throw new IllegalArgumentException("the key of the pseudonyms must have at least 16 bytes");
        }
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, exception);
        }
    }

    /** The pseudonym of these parts in this order: 22 characters of {@code [A-Za-z0-9_-]}. */
    public String of(String... parts) {
        byte[][] texts = new byte[parts.length][];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            texts[i] = parts[i].getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + texts[i].length;
        }
        // The lengths go in too: ("ab", "c") and ("a", "bc") are different names.
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] text : texts) {
            all.putInt(text.length).put(text);
        }
        byte[] hash = fresh().doFinal(all.array());
        return ENCODER.encodeToString(Arrays.copyOf(hash, LENGTH));
    }

    private Mac fresh() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException exception) {
            throw new IllegalStateException("this Java cannot copy a " + ALGORITHM, exception);
        }
    }
}
