package com.wecomesb.connector.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.http.HttpCall;
import com.wecomesb.connector.http.Parameter;
import com.wecomesb.connector.http.Payload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A signature over each request, as Chinese open platforms ask for it.
 *
 * @param over the text that is signed, with {@code {params}}, {@code {body}}, {@code {method}}, {@code {path}}, {@code {query}}, the
 *     secret and what {@code with} adds in it
 * @param pair how a parameter is written in {@code {params}}, with {@code {name}} and {@code {value}} in it
 * @param join what stands between two of them
 * @param place where {@code with} and the signature go
 * @param into the signature's name there
 * @param with parameters that each request gets beside its own
 */
public record RequestSignature(
        SignatureAlgorithm algorithm,
        SettingsText secret,
        SettingsText over,
        SettingsText pair,
        String join,
        Place place,
        String into,
        Encoding encoding,
        Map<String, MomentText> with)
        implements Authentication {

    /** Where parameters are sent. */
    public enum Place {
        /** In the form where there is one, else in the query. */
        PARAMETERS,
        HEADERS,
        /** As members of the JSON object that is sent. */
        BODY
    }

    /** How the signature is written. */
    public enum Encoding {
        HEX,
        UPPER_HEX,
        BASE64;

        private String of(byte[] signature) {
            return switch (this) {
                case HEX -> HexFormat.of().formatHex(signature);
                case UPPER_HEX -> HexFormat.of().withUpperCase().formatHex(signature);
                case BASE64 -> Base64.getEncoder().encodeToString(signature);
            };
        }
    }

    public RequestSignature {
        // In the order of the file.
        with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
    }

    @Override
    public Set<String> needs() {
        Set<String> needs = new TreeSet<>(secret.names());
        with.values().forEach(value -> needs.addAll(value.names()));
        return needs;
    }

    @Override
    public Signed sign(HttpCall call, Session session, @Nullable String refused) {
        Map<String, String> added = new LinkedHashMap<>();
        with.forEach((name, value) ->
                added.put(name, value.fill(session.settings(), session.tokens().now())));
        HttpCall more = with(call, added);
        Map<String, String> parts = new HashMap<>(added);
        parts.put("secret", secret.fill(session.settings()));
        parts.put("params", parameters(more));
        parts.put("method", call.method());
        parts.put("path", URI.create(call.url()).getRawPath());
        parts.put("query", Parameter.encoded(more.query()));
        byte[] body = more.payload().bytes();
        parts.put("body", body == null ? "" : new String(body, StandardCharsets.UTF_8));
        String signature = encoding.of(algorithm.sign(over.fill(parts), parts.getOrDefault("secret", "")));
        return new Signed(with(more, Map.of(into, signature)), null);
    }

    /** By name; empty values count as not sent. */
    private String parameters(HttpCall call) {
        List<Parameter> all = new ArrayList<>(call.query());
        if (call.payload() instanceof Payload.Form form) {
            all.addAll(form.fields());
        } else if (place == Place.BODY && call.payload() instanceof Payload.Json json) {
            json.json()
                    .properties()
                    .forEach(member -> all.add(new Parameter(member.getKey(), text(member.getValue()))));
        }
        return all.stream()
                .filter(parameter -> !parameter.value().isEmpty())
                .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
                .map(parameter -> pair.fill(Map.of("name", parameter.name(), "value", parameter.value())))
                .collect(Collectors.joining(join));
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText("");
    }

    private HttpCall with(HttpCall call, Map<String, String> added) {
        if (place == Place.HEADERS) {
            HttpCall more = call;
            for (Map.Entry<String, String> header : added.entrySet()) {
                more = more.withHeader(header.getKey(), header.getValue());
            }
            return more;
        }
        if (place == Place.BODY) {
            boolean isObject =
                    call.payload() instanceof Payload.Json json && json.json().isObject();
            ObjectNode members = isObject
                    ? ((Payload.Json) call.payload()).json().deepCopy()
                    : JsonNodeFactory.instance.objectNode();
            added.forEach(members::put);
            return call.withPayload(new Payload.Json(members));
        }
        List<Parameter> parameters = added.entrySet().stream()
                .map(parameter -> new Parameter(parameter.getKey(), parameter.getValue()))
                .toList();
        return call.payload() instanceof Payload.Form form
                ? call.withPayload(form.with(parameters))
                : call.withQuery(parameters);
    }
}
