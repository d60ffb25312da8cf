package com.wecomesb.decision;

import com.wecomesb.action.Action;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Gives the actions of one decision their ids: the same decision, made again, gives the same ones. */
final class ActionIds {

    private final Scene scene;
    private int index;

    ActionIds(Scene scene) {
        this.scene = scene;
    }

    /** 32 characters of {@code [0-9a-f]}, short enough to be WeCom's {@code msgid}. */
    String next() {
        String name = scene.event().uid() + "\n" + scene.origin() + "\n" + index++;
        return HexFormat.of().formatHex(sha256(name), 0, 16);
    }

    Action.Cause cause() {
        return new Action.Cause(
                scene.event().uid(), scene.event().causality(), scene.event().hops(), scene.origin());
    }

    static String hash(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
