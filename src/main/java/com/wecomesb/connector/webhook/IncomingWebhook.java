package com.wecomesb.connector.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request to {@code /webhook/SYSTEM} as it came, nothing of it believed yet.
 *
 * @param url the whole address with its query, as the sender calls it
 * @param query the parameters, undecoded values as they stand in the address
 * @param headers by lower-case name
 */
record IncomingWebhook(String method, String url, Map<String, String> query, Map<String, String> headers, byte[] body) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Without anything that it says. */
    @Override
    public String toString() {
        return "IncomingWebhook[" + body.length + " bytes]";
    }
}
