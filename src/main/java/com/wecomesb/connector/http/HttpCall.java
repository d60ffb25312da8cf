package com.wecomesb.connector.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param url whole, encoded
 * @param headers by name, {@code Content-Type} among them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HttpCall(String method, String url, Map<String, String> headers, byte @Nullable [] body) {

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    /** The same call with one more header, or another value of it. */
    public HttpCall withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.keySet().removeIf(name::equalsIgnoreCase);
        more.put(name, value);
        return new HttpCall(method, url, more, body);
    }

    /** The same call with one more parameter in its query. */
    public HttpCall withQuery(String name, String value) {
        String separator = url.indexOf('?') < 0 ? "?" : "&";
        return new HttpCall(method, url + separator + encoded(name) + "=" + encoded(value), headers, body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without the rest: secrets and what customers wrote are in it. */
    @Override
    public String toString() {
        return "HttpCall[" + method + "]";
    }
}
