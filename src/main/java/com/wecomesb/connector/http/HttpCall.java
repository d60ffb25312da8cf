package com.wecomesb.connector.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request.
 *
 * @param url with its path encoded, without the query's parameters
 * @param headers by name; {@code Content-Type} only where it is not the payload's own
 */
public record HttpCall(String method, String url, List<Parameter> query, Map<String, String> headers, Payload payload) {

    public HttpCall {
        query = List.copyOf(query);
        headers = Map.copyOf(headers);
    }

    public static HttpCall get(String url) {
        return new HttpCall("GET", url, List.of(), Map.of("Accept", "application/json"), Payload.NOTHING);
    }

    public static HttpCall of(String method, String url, Payload payload) {
        return new HttpCall(method, url, List.of(), Map.of("Accept", "application/json"), payload);
    }

    /** The same call with one more header, or another value of it. */
    public HttpCall withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.keySet().removeIf(name::equalsIgnoreCase);
        more.put(name, value);
        return new HttpCall(method, url, query, more, payload);
    }

    /** The same call with more parameters in its query. */
    public HttpCall withQuery(List<Parameter> parameters) {
        List<Parameter> more = new ArrayList<>(query);
        more.addAll(parameters);
        return new HttpCall(method, url, more, headers, payload);
    }

    /** The same call carrying something else. */
    public HttpCall withPayload(Payload other) {
        return new HttpCall(method, url, query, headers, other);
    }

    /** The whole address. */
    public String address() {
        if (query.isEmpty()) {
            return url;
        }
        return url + (url.indexOf('?') < 0 ? "?" : "&") + Parameter.encoded(query);
    }

    /** Without the rest: secrets and what customers wrote are in it. */
    @Override
    public String toString() {
        return "HttpCall[" + method + "]";
    }
}
