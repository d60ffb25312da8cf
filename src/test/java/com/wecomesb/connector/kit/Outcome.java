package com.wecomesb.connector.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.kit.Capture.Sent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one call.
 *
 * @param result the answer in canonical shape, nothing after a failure
 * @param sent all requests but logins, as shapes
 * @param uncredentialed what {@code auth} should have added to requests and did not
 * @param unexpected requests that the script did not foresee
 * @param played whether every step of the script was asked for
 * @param at the bus's time
 */
record Outcome(
        @Nullable JsonNode result,
        @Nullable ConnectorFailed failure,
        List<RequestShape> sent,
        List<String> uncredentialed,
        List<String> unexpected,
        boolean played,
        Instant at) {

    /** The requests that are no logins. */
    static List<Sent> calls(List<Sent> sent, List<Capture> asides, KitCredentials credentials) {
        List<RequestShape> logins =
                asides.stream().map(aside -> credentials.shape(aside.sent())).toList();
        return sent.stream()
                .filter(request -> !logins.contains(credentials.shape(request)))
                .toList();
    }

    JsonNode answer() {
        if (result == null) {
            throw new AssertionError("the call failed: " + failure + "\n" + String.join("\n", unexpected), failure);
        }
        return result;
    }

    /** Fails unless everything that is expected is in the answer. */
    void has(JsonNode expected) {
        if (!Json.includes(answer(), expected)) {
            throw new AssertionError("expected " + expected + "\nto be in " + answer());
        }
    }

    ConnectorFailed failed() {
        if (failure == null) {
            throw new AssertionError("the call should have failed and answered with " + result);
        }
        return failure;
    }
}
