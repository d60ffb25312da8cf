package com.wecomesb.connector.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a text and a secret make a signature. MD5 and SHA-1 are what many a system still asks for. */
public enum SignatureAlgorithm {
    MD5("MD5", false),
    SHA1("SHA-1", false),
    SHA256("SHA-256", false),
    HMAC_MD5("HmacMD5", true),
    HMAC_SHA1("HmacSHA1", true),
    HMAC_SHA256("HmacSHA256", true),
    HMAC_SHA512("HmacSHA512", true);

    private final String javaName;
    private final boolean keyed;

    SignatureAlgorithm(String javaName, boolean keyed) {
        this.javaName = javaName;
        this.keyed = keyed;
    }

    /** As files write it, {@code hmac-sha256}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All words, for people. */
    public static String words() {
        return Arrays.stream(values()).map(SignatureAlgorithm::word).collect(Collectors.joining("、"));
    }

    public static Optional<SignatureAlgorithm> of(String word) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.word().equals(word))
                .findFirst();
    }

    /** Whether the secret is its key; with the others it has to be part of the text. */
    public boolean isKeyed() {
        return keyed;
    }

    byte[] sign(String text, String secret) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            if (!keyed) {
                return MessageDigest.getInstance(javaName).digest(bytes);
            }
            Mac mac = Mac.getInstance(javaName);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), javaName));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(javaName + " is part of every Java", impossible);
        }
    }
}
