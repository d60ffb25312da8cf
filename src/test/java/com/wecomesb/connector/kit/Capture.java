package com.wecomesb.connector.kit;

import java.util.Map;

/** One request and its answer as they went over the wire; credentials are left out of what is kept in files. */
record Capture(String title, Sent sent, Said said) {

    /** What the connector sent; header names as they were written. */
    record Sent(String method, String target, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
        }
    }

    /** What the system answered. */
    record Said(int status, Map<String, String> headers, String body) {

        static Said json(int status, String body) {
            return new Said(status, Map.of("Content-Type", "application/json;charset=UTF-8"), body);
        }

        Said with(String otherBody) {
            return new Said(status, headers, otherBody);
        }
    }
}
