package com.wecomesb.connector.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.auth.Authentication;
import com.wecomesb.connector.auth.Authentication.Session;
import com.wecomesb.connector.auth.ClientCredentials;
import com.wecomesb.connector.auth.LoginSession;
import com.wecomesb.connector.auth.Placement;
import com.wecomesb.connector.auth.RequestSignature;
import com.wecomesb.connector.auth.Tokens;
import com.wecomesb.connector.http.HttpCall;
import com.wecomesb.connector.http.Parameter;
import com.wecomesb.connector.http.Payload;
import com.wecomesb.connector.kit.Capture.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a connector's {@code auth} adds to each request, by its own description: captures need not have it, requests must.
 *
 * @param parameters names in the query or in a form
 * @param members names in a JSON object
 * @param headers names, in lower case
 */
record KitCredentials(Set<String> parameters, Set<String> members, Set<String> headers) {

    static final KitCredentials NONE = new KitCredentials(Set.of(), Set.of(), Set.of());

    /** Puts the credentials into an empty call and sees what came to be there. */
    static KitCredentials of(Authentication way, Map<String, String> settings) {
        HttpCall empty = HttpCall.get("http://kit");
        HttpCall signed = signed(way, empty, settings);
        Set<String> headers = new TreeSet<>();
        signed.headers().forEach((name, value) -> headers.add(name.toLowerCase(Locale.ROOT)));
        empty.headers().keySet().forEach(name -> headers.remove(name.toLowerCase(Locale.ROOT)));
        KitCredentials added = new KitCredentials(
                signed.query().stream().map(Parameter::name).collect(Collectors.toCollection(TreeSet::new)),
                signed.payload() instanceof Payload.Json json ? names(json.json()) : new TreeSet<>(),
                headers);
        if (way instanceof RequestSignature signature) {
            added.expecting(signature, settings);
        }
        return added;
    }

    /** The signature itself, also where nothing came of it. */
    private void expecting(RequestSignature signature, Map<String, String> settings) {
        HttpCall named =
                new Placement.Query(signature.into(), signature.into()).put(HttpCall.get("http://kit"), settings);
        String name = named.query().get(0).name();
        switch (signature.place()) {
            case PARAMETERS -> parameters.add(name);
            case BODY -> members.add(name);
            case HEADERS -> headers.add(name.toLowerCase(Locale.ROOT));
        }
    }

    /** Whether nothing is added at all. */
    boolean isEmpty() {
        return parameters.isEmpty() && members.isEmpty() && headers.isEmpty();
    }

    private static HttpCall signed(Authentication way, HttpCall call, Map<String, String> settings) {
        if (way instanceof LoginSession login) {
            Map<String, String> withToken = new HashMap<>(settings);
            withToken.put("token", "kit");
            return login.as().put(call, withToken);
        }
        return way instanceof ClientCredentials
                ? call.withHeader("Authorization", "Bearer kit")
                : signedAlone(way, call, settings);
    }

    private static HttpCall signedAlone(Authentication way, HttpCall call, Map<String, String> settings) {
        Session session = new Session(
                settings,
                login -> {
                    throw new IOException("no call is needed to sign another");
                },
                new Tokens(Clock.systemUTC()));
        try {
            return way.sign(call, session, null).call();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What makes the request what it is, credentials left out. */
    RequestShape shape(Sent sent) {
        return RequestShape.of(without(sent));
    }

    /** The names that should be there and are not. */
    List<String> missing(Sent sent) {
        Set<String> sentParameters = Stream.concat(
                        pairs(query(sent)), isForm(sent) ? pairs(sent.body()) : Stream.empty())
                .map(KitCredentials::name)
                .collect(Collectors.toSet());
        Set<String> sentMembers =
                Json.parse(sent.body()).map(KitCredentials::names).orElse(Set.of());
        return Stream.of(
                        parameters.stream().filter(name -> !sentParameters.contains(name)),
                        members.stream().filter(name -> !sentMembers.contains(name)),
                        headers.stream().filter(name -> sent.header(name).isEmpty()))
                .flatMap(names -> names)
                .toList();
    }

    private Sent without(Sent sent) {
        String path = sent.target().split("\\?", 2)[0];
        String query = own(query(sent));
        String body = isForm(sent) ? own(sent.body()) : ownMembers(sent.body());
        Map<String, String> headers = new HashMap<>(sent.headers());
        if (body.isEmpty()) {
            headers.keySet().removeIf(name -> name.equalsIgnoreCase("Content-Type"));
        }
        return new Sent(sent.method(), query.isEmpty() ? path : path + "?" + query, headers, body);
    }

    private String own(String encoded) {
        return pairs(encoded).filter(pair -> !parameters.contains(name(pair))).collect(Collectors.joining("&"));
    }

    private String ownMembers(String body) {
        Optional<JsonNode> json = members.isEmpty() ? Optional.empty() : Json.parse(body);
        return json.filter(JsonNode::isObject)
                .map(object -> {
                    ObjectNode own = JsonNodeFactory.instance.objectNode();
                    own.setAll((ObjectNode) object);
                    own.remove(members);
                    return own.isEmpty() ? "" : own.toString();
                })
                .orElse(body);
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isForm(Sent sent) {
        return sent.header("Content-Type").contains("urlencoded");
    }

    private static String query(Sent sent) {
        String[] target = sent.target().split("\\?", 2);
        return target.length == 1 ? "" : target[1];
    }

    private static Stream<String> pairs(String encoded) {
        return Arrays.stream(encoded.split("&")).filter(Predicate.not(String::isEmpty));
    }

    private static String name(String pair) {
        return URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8);
    }
}
