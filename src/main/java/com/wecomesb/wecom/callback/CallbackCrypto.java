package com.wecomesb.wecom.callback;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.wecomesb.wecom.callback.CallbackRejected.Reason;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens and seals callbacks with the token and the key of one app, as WeCom's page 90968 describes. Safe for use by
 * many threads.
 *
 * <p>The plaintext block is 16 random bytes, the message's length in 4 bytes, the message, the receiver's id, padded to
 * a multiple of 32. Java's own PKCS padding knows blocks of 16 only and refuses half of these, so it is done here.
 */
public final class CallbackCrypto {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{1,32}");
    private static final Pattern ENCODING_AES_KEY = Pattern.compile("[A-Za-z0-9]{43}");
    private static final int AES_BLOCK = 16;
    private static final int PADDING_BLOCK = 32;
    private static final int HEAD = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String token;
    private final byte[] key;
    private final byte[] receiveId;
    // A pool and not a thread-local: on virtual threads every request has a thread of its own.
    private final Queue<Instruments> idle = new ConcurrentLinkedQueue<>();

    /**
     * Takes the three values as WeCom's console shows them.
     *
     * @param receiveId whom the plaintext must name: the CorpID for a self-built app; empty for an AI bot
     * @throws IllegalArgumentException if token or key do not have the form that WeCom gives them; it says which
     */
    public CallbackCrypto(String token, String encodingAesKey, String receiveId) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("the token must be 1 to 32 letters and digits; the given one has "
                    + token.length() + " characters");
        }
        if (!ENCODING_AES_KEY.matcher(encodingAesKey).matches()) {
            throw new IllegalArgumentException("the EncodingAESKey must be 43 letters and digits; the given one has "
                    + encodingAesKey.length() + " characters"
                    + (encodingAesKey.length() == 43 ? ", some of them neither" : ""));
        }
        this.token = token;
        this.key = Base64.getDecoder().decode(encodingAesKey + "=");
        this.receiveId = receiveId.getBytes(UTF_8);
    }

    /**
     * Verifies and decrypts.
     *
     * @return the plaintext
     * @throws CallbackRejected if the signature differs, the key is another one or the receiver is somebody else
     */
    public String open(SealedCallback callback) throws CallbackRejected {
        verify(callback);
        return decrypt(callback.encrypt());
    }

    void verify(SealedCallback callback) throws CallbackRejected {
        byte[] expected =
                sign(callback.timestamp(), callback.nonce(), callback.encrypt()).getBytes(US_ASCII);
        if (!MessageDigest.isEqual(expected, callback.signature().getBytes(UTF_8))) {
            throw CallbackRejected.because(Reason.SIGNATURE);
        }
    }

    String decrypt(String encrypt) throws CallbackRejected {
        byte[] block = decryptBlock(encrypt);
        int end = block.length - paddingOf(block);
        if (end < HEAD) {
            throw CallbackRejected.because(Reason.DECRYPTION);
        }
        int length = ByteBuffer.wrap(block).getInt(AES_BLOCK);
        if (length < 0 || length > end - HEAD) {
            throw CallbackRejected.because(Reason.DECRYPTION);
        }
        if (!Arrays.equals(block, HEAD + length, end, receiveId, 0, receiveId.length)) {
            throw CallbackRejected.because(Reason.OTHER_RECEIVER);
        }
        return new String(block, HEAD, length, UTF_8);
    }

    private byte[] decryptBlock(String encrypt) throws CallbackRejected {
        try {
            byte[] ciphertext = Base64.getDecoder().decode(encrypt);
            Instruments instruments = take();
            byte[] block = instruments.decryption.doFinal(ciphertext);
            idle.add(instruments);
            return block;
        } catch (IllegalArgumentException | GeneralSecurityException noBase64OrNoWholeBlocks) {
            throw CallbackRejected.because(Reason.DECRYPTION);
        }
    }

    private static int paddingOf(byte[] block) throws CallbackRejected {
        int padding = block.length == 0 ? 0 : block[block.length - 1];
        if (padding < 1 || padding > PADDING_BLOCK) {
            throw CallbackRejected.because(Reason.DECRYPTION);
        }
        return padding;
    }

    /**
     * Encrypts and signs a plaintext: a reply given at once, or a callback made by a simulator.
     *
     * @param timestamp seconds since 1970
     */
    public SealedCallback seal(String plaintext, String timestamp, String nonce) {
        byte[] message = plaintext.getBytes(UTF_8);
        byte[] random = new byte[AES_BLOCK];
        RANDOM.nextBytes(random);
        int content = HEAD + message.length + receiveId.length;
        int padding = PADDING_BLOCK - content % PADDING_BLOCK;
        byte[] block = new byte[content + padding];
        ByteBuffer.wrap(block).put(random).putInt(message.length).put(message).put(receiveId);
        Arrays.fill(block, content, block.length, (byte) padding);
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE).doFinal(block);
            String encrypt = Base64.getEncoder().encodeToString(ciphertext);
            return new SealedCallback(sign(timestamp, nonce, encrypt), timestamp, nonce, encrypt);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String sign(String timestamp, String nonce, String encrypt) {
        String[] parts = {token, timestamp, nonce, encrypt};
        Arrays.sort(parts);
        Instruments instruments = take();
        for (String part : parts) {
            instruments.signature.update(part.getBytes(UTF_8));
        }
        byte[] digest = instruments.signature.digest();
        idle.add(instruments);
        return HexFormat.of().formatHex(digest);
    }

    private Instruments take() {
        Instruments instruments = idle.poll();
        if (instruments != null) {
            return instruments;
        }
        try {
            return new Instruments(MessageDigest.getInstance("SHA-1"), cipher(Cipher.DECRYPT_MODE));
        } catch (GeneralSecurityException everyJavaHasThem) {
            throw new IllegalStateException(everyJavaHasThem);
        }
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, AES_BLOCK));
        return cipher;
    }

    /** Made once and used again, because making them costs more than using them; never used by two threads at once. */
    private record Instruments(MessageDigest signature, Cipher decryption) {}
}
