package com.wecomesb.connector.webhook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the webhooks of a connector are signed.
 *
 * @param header where the signature stands; null when it is a query parameter
 * @param query the query parameter; null when it is a header
 * @param prefix what stands before each signature, {@code sha256=}
 * @param secrets the names of the properties that hold a secret: any of them counts, so that a secret can be exchanged
 * @param secretEncoding {@code text}, or {@code base64} where the property holds the key in Base64, with or without
 *     {@code whsec_}
 */
record SignatureRule(
        SignatureAlgorithm algorithm,
        SignedText over,
        @Nullable String header,
        @Nullable String query,
        String prefix,
        Encoding encoding,
        List<String> secrets,
        SecretEncoding secretEncoding) {

    private static final String STANDARD_WEBHOOKS = "whsec_";

    SignatureRule {
        secrets = List.copyOf(secrets);
    }

    enum Encoding {
        HEX,
        BASE64
    }

    enum SecretEncoding {
        TEXT,
        BASE64
    }

    /** Whether at least one of its secrets is configured. */
    boolean isConfigured(Function<String, @Nullable String> properties) {
        return secrets.stream().anyMatch(name -> properties.apply(name) != null);
    }

    /** Whether the request is signed with one of the secrets. Each is tried, whatever the one before said. */
    boolean holds(IncomingWebhook webhook, String timestamp, Function<String, @Nullable String> properties) {
        List<byte[]> given = given(webhook);
        boolean holds = false;
        for (String name : secrets) {
            String secret = properties.apply(name);
            if (secret == null || secret.isBlank()) {
                continue;
            }
            byte[] expected = algorithm.of(key(secret), over.of(webhook, timestamp, secret, properties));
            for (byte[] one : given) {
                holds |= SignatureAlgorithm.same(expected, one);
            }
        }
        return holds;
    }

    private byte[] key(String secret) {
        if (secretEncoding == SecretEncoding.TEXT) {
            return secret.getBytes(StandardCharsets.UTF_8);
        }
        String encoded = secret.startsWith(STANDARD_WEBHOOKS) ? secret.substring(STANDARD_WEBHOOKS.length()) : secret;
        try {
            return Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException noBase64) {
            return secret.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A header may hold several signatures with blanks between them, while the sender exchanges its secret. */
    private List<byte[]> given(IncomingWebhook webhook) {
        String value = header != null
                ? webhook.header(header).orElse("")
                : webhook.query().getOrDefault(String.valueOf(query), "");
        List<byte[]> signatures = new ArrayList<>();
        for (String one : algorithm == SignatureAlgorithm.TOKEN ? List.of(value) : List.of(value.split(" "))) {
            if (!one.isEmpty() && one.startsWith(prefix)) {
                byte[] decoded = decoded(one.substring(prefix.length()));
                if (decoded.length > 0) {
                    signatures.add(decoded);
                }
            }
        }
        return signatures;
    }

    private byte[] decoded(String signature) {
        if (algorithm == SignatureAlgorithm.TOKEN) {
            return signature.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return encoding == Encoding.HEX
                    ? HexFormat.of().parseHex(signature.toLowerCase(Locale.ROOT))
                    : Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }
}
