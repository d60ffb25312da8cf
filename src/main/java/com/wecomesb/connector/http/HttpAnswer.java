package com.wecomesb.connector.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came back, whatever its status.
 *
 * @param headers by lower-case name; of several of one name the last
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

    public @Nullable String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** Without the rest: what customers wrote is in it. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + "]";
    }
}
