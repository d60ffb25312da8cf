package com.wecomesb.wecom.callback;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Callbacks of WeCom and of other implementations, with their keys and plaintexts; {@code wecom/vectors.json}. */
final class Vectors {

    private Vectors() {}

    static Stream<Arguments> all() {
        try (InputStream in = Vectors.class.getResourceAsStream("/wecom/vectors.json")) {
            return List.of(new ObjectMapper().readValue(in, Vector[].class)).stream()
                    .map(vector -> Arguments.argumentSet(vector.name(), vector));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Vector named(String name) {
        return all().map(arguments -> (Vector) arguments.get()[0])
                .filter(vector -> vector.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    record Vector(
            String name,
            String token,
            String encodingAesKey,
            String receiveId,
            String kind,
            String msgSignature,
            String timestamp,
            String nonce,
            String encrypt,
            String plaintext) {

        CallbackCrypto crypto() {
            return new CallbackCrypto(token, encodingAesKey, receiveId);
        }

        SealedCallback sealed() {
            return new SealedCallback(msgSignature, timestamp, nonce, encrypt);
        }
    }
}
