package com.wecomesb.connector.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.http.HttpCall;
import com.wecomesb.connector.http.Parameter;
import com.wecomesb.connector.http.Payload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A signature over each request, as Chinese open platforms ask for it. All but the place may come from settings.
 *
 * @param algorithm a word of {@link SignatureAlgorithm}
 * @param over the text that is signed, with {@code {params}}, {@code {body}}, {@code {method}}, {@code {path}}, {@code {query}}, the
 *     secret and what {@code with} adds in it
 * @param pair how a parameter is written in {@code {params}}, with {@code {name}} and {@code {value}} in it
 * @param join what stands between two of them
 * @param place where {@code with} and the signature go
 * @param into the signature's name there
 * @param encoding a word of {@link SignatureEncoding}
 * @param with parameters that each request gets beside its own; one without a name is left out
 */
public record RequestSignature(
        SettingsText algorithm,
        SettingsText secret,
        SettingsText over,
        SettingsText pair,
        SettingsText join,
        Place place,
        SettingsText into,
        SettingsText encoding,
        Map<SettingsText, MomentText> with)
        implements Authentication {

    /** Where parameters are sent. */
    public enum Place {
        /** In the form where there is one, else in the query. */
        PARAMETERS,
        HEADERS,
        /** As members of the JSON object that is sent. */
        BODY
    }

    /** What {@code over} may have in it beside settings and what {@code with} adds. */
    public static final Set<String> PARTS = Set.of("params", "body", "method", "path", "query", "secret");

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
        Map<String, String> settings = session.settings();
        Map<String, String> added = added(session);
        HttpCall more = with(call, added);
        Map<String, String> parts = new HashMap<>(added);
        parts.put("secret", secret.fill(settings));
        parts.put("params", parameters(more, settings));
        parts.put("method", call.method());
        parts.put("path", URI.create(call.url()).getRawPath());
        parts.put("query", Parameter.encoded(more.query()));
        byte[] body = more.payload().bytes();
        parts.put("body", body == null ? "" : new String(body, StandardCharsets.UTF_8));
        String text = over.configured(settings, parts.keySet()).fill(parts);
        String signature = encoding(settings).of(algorithm(settings).sign(text, parts.getOrDefault("secret", "")));
        return new Signed(with(more, Map.of(into.fill(settings), signature)), null);
    }

    private Map<String, String> added(Session session) {
        Map<String, String> added = new LinkedHashMap<>();
        with.forEach((name, value) -> added.put(
                name.fill(session.settings()),
                value.fill(session.settings(), session.tokens().now())));
        added.remove("");
        return added;
    }

    private SignatureAlgorithm algorithm(Map<String, String> settings) {
        return SignatureAlgorithm.of(algorithm.fill(settings))
                .orElseThrow(() -> new ConnectorFailed(
                        Kind.PERMANENT, "签名算法(设置 " + algorithm.names() + ")只能是 " + SignatureAlgorithm.words()));
    }

    private SignatureEncoding encoding(Map<String, String> settings) {
        return SignatureEncoding.of(encoding.fill(settings))
                .orElseThrow(() -> new ConnectorFailed(
                        Kind.PERMANENT, "签名的写法(设置 " + encoding.names() + ")只能是 " + SignatureEncoding.words()));
    }

    /** By name; empty values count as not sent. */
    private String parameters(HttpCall call, Map<String, String> settings) {
        SettingsText one = pair.configured(settings, Set.of("name", "value"));
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
                .map(parameter -> one.fill(Map.of("name", parameter.name(), "value", parameter.value())))
                .collect(Collectors.joining(join.fill(settings)));
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
