package com.wecomesb.connector.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.http.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was given to curl.
 *
 * @param origin scheme, host and port
 * @param path as it was written
 * @param sent what is sent: JSON as it is, the fields of a form as an object of texts, null for nothing
 * @param isForm whether it is sent as a form
 * @param user what {@code -u} says
 */
public record CurlCall(
        String method,
        String origin,
        String path,
        List<Parameter> query,
        List<Parameter> headers,
        JsonNode sent,
        boolean isForm,
        @Nullable String user) {

    /** Throws {@link IllegalArgumentException}, in Chinese, for what is no call of curl's or cannot be made a connector. */
    public static CurlCall parse(String text) {
        List<String> words = ShellWords.of(text.strip());
        if (words.isEmpty() || !words.get(0).equals("curl")) {
            throw new IllegalArgumentException("要以 curl 开头");
        }
        return new CurlReader(words).call();
    }

    /** The value of a header by its name, empty for none. */
    String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Parameter::value)
                .findFirst()
                .orElse("");
    }

    /** Without what says who calls. */
    CurlCall without(List<Parameter> openQuery, List<Parameter> openHeaders, JsonNode openSent) {
        return new CurlCall(method, origin, path, openQuery, openHeaders, openSent, isForm, null);
    }

    /** Without its values: secrets are among them. */
    @Override
    public String toString() {
        return "CurlCall[" + method + " " + origin + path + "]";
    }
}
