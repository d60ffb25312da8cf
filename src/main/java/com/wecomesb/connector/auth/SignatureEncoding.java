package com.wecomesb.connector.auth;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a signature is written. */
public enum SignatureEncoding {
    HEX,
    UPPER_HEX,
    BASE64;

    /** As files write it, {@code upper-hex}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All words, for people. */
    public static String words() {
        return Arrays.stream(values()).map(SignatureEncoding::word).collect(Collectors.joining("、"));
    }

    public static Optional<SignatureEncoding> of(String word) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.word().equals(word))
                .findFirst();
    }

    String of(byte[] signature) {
        return switch (this) {
            case HEX -> HexFormat.of().formatHex(signature);
            case UPPER_HEX -> HexFormat.of().withUpperCase().formatHex(signature);
            case BASE64 -> Base64.getEncoder().encodeToString(signature);
        };
    }
}
