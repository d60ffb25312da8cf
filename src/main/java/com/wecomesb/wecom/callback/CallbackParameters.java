package com.wecomesb.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.wecomesb.wecom.callback.CallbackRejected.Reason;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query of a callback's address, decoded exactly once.
 *
 * <p>Read from the query itself: the servlet's own parameters would take a body that calls itself a form for more of
 * them, and consume it.
 */
final class CallbackParameters {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final Map<String, String> values;
    private final Instant sentAt;

    private CallbackParameters(Map<String, String> values) throws CallbackRejected {
        this.values = values;
        String timestamp = required("timestamp");
        if (!SECONDS.matcher(timestamp).matches()) {
            throw CallbackRejected.because(Reason.PARAMETERS);
        }
        this.sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
    }

    static CallbackParameters of(@Nullable String query) throws CallbackRejected {
        Map<String, String> values = new HashMap<>();
        String rest = query == null ? "" : query;
        for (String pair : rest.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && values.put(pair.substring(0, equals), decode(pair.substring(equals + 1))) != null) {
                throw CallbackRejected.because(Reason.PARAMETERS);
            }
        }
        return new CallbackParameters(values);
    }

    /** When WeCom says that it sent the callback. */
    Instant sentAt() {
        return sentAt;
    }

    /** What is to be opened: these parameters, and the ciphertext from wherever it came. */
    SealedCallback sealed(String encrypt) throws CallbackRejected {
        return new SealedCallback(required("msg_signature"), required("timestamp"), required("nonce"), encrypt);
    }

    String required(String name) throws CallbackRejected {
        String value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw CallbackRejected.because(Reason.PARAMETERS);
        }
        return value;
    }

    private static String decode(String value) throws CallbackRejected {
        if (value.indexOf('%') < 0) {
            return value;
        }
        try {
            // A plus is a plus: Base64 has them, and none of the values has a space that a plus could stand for.
            return URLDecoder.decode(value.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw CallbackRejected.because(Reason.PARAMETERS);
        }
    }
}
