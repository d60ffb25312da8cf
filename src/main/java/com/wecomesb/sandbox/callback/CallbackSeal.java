package com.wecomesb.sandbox.callback;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts and signs as WeCom does (W90968), for one app. Thread-safe. */
final class CallbackSeal {

    private static final int RANDOM_BYTES = 16;
    private static final int PADDED_TO = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String token;
    private final String receiveId;
    private final SecretKeySpec key;
    private final IvParameterSpec vector;

    CallbackSeal(String token, String encodingAesKey, String receiveId) {
        byte[] bytes = Base64.getDecoder().decode(encodingAesKey);
        this.token = token;
        this.receiveId = receiveId;
        this.key = new SecretKeySpec(bytes, "AES");
        this.vector = new IvParameterSpec(bytes, 0, 16);
    }

    /** A sealed text with what goes into the address beside it. */
    record Sealed(String encrypt, String signature, String timestamp, String nonce) {}

    /** @param timestamp in seconds; the receiver compares it with its own clock */
    Sealed seal(String plaintext, long timestamp) {
        String time = Long.toString(timestamp);
        String nonce = Integer.toUnsignedString(RANDOM.nextInt());
        String encrypt = encrypt(plaintext);
        return new Sealed(encrypt, sign(time, nonce, encrypt), time, nonce);
    }

    private String encrypt(String plaintext) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, vector);
            return Base64.getEncoder().encodeToString(cipher.doFinal(block(plaintext)));
        } catch (GeneralSecurityException wrongKeyLength) {
            throw new IllegalStateException("the EncodingAESKey must have 43 characters", wrongKeyLength);
        }
    }

    private byte[] block(String plaintext) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        byte[] message = plaintext.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream block = new DataOutputStream(bytes)) {
            block.write(random);
            block.writeInt(message.length);
            block.write(message);
            block.write(receiveId.getBytes(StandardCharsets.UTF_8));
            int missing = PADDED_TO - block.size() % PADDED_TO;
            for (int i = 0; i < missing; i++) {
                block.writeByte(missing);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private String sign(String timestamp, String nonce, String encrypt) {
        String joined = Stream.of(token, timestamp, nonce, encrypt).sorted().collect(Collectors.joining());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(joined.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
