package com.wecomesb.connector.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a sender proves that it knows the secret. */
enum SignatureAlgorithm {
    HMAC_SHA1("hmac-sha1", "HmacSHA1"),
    HMAC_SHA256("hmac-sha256", "HmacSHA256"),
    HMAC_SHA512("hmac-sha512", "HmacSHA512"),
    /** A digest over a text that holds the secret, as 有赞 does. */
    MD5("md5", "MD5"),
    SHA1("sha1", "SHA-1"),
    SHA256("sha256", "SHA-256"),
    /** The secret itself, for systems that cannot sign. */
    TOKEN("token", "");

    private final String word;
    private final String name;

    SignatureAlgorithm(String word, String name) {
        this.word = word;
        this.name = name;
    }

    static Optional<SignatureAlgorithm> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(one -> one.word).toList();
    }

    /** Whether the secret has to be part of the signed text. */
    boolean isDigest() {
        return this == MD5 || this == SHA1 || this == SHA256;
    }

    /** What the sender must have computed. */
    byte[] of(byte[] secret, byte[] content) {
        try {
            if (this == TOKEN) {
                return secret;
            }
            if (isDigest()) {
                return MessageDigest.getInstance(name).digest(content);
            }
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(secret, name));
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As a hash of both sides, so that neither content nor length of a token shows in the time it takes. */
    static boolean same(byte[] expected, byte[] given) {
        return MessageDigest.isEqual(HMAC_SHA256.of(SALT, expected), HMAC_SHA256.of(SALT, given));
    }

    private static final byte[] SALT = "compared".getBytes(StandardCharsets.US_ASCII);
}
