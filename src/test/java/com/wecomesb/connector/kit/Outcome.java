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
 * @param unexpected requests that the script did not foresee
 * @param played whether every step of the script was asked for
 * @param at the bus's time
 */
record Outcome(
        @Nullable JsonNode result,
        @Nullable ConnectorFailed failure,
        List<RequestShape> sent,
        List<String> unexpected,
        boolean played,
        Instant at) {

    static List<RequestShape> shapes(List<Sent> sent, List<Capture> asides) {
        List<RequestShape> logins =
                asides.stream().map(aside -> RequestShape.of(aside.sent())).toList();
        return sent.stream()
                .map(RequestShape::of)
                .filter(shape -> !logins.contains(shape))
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
