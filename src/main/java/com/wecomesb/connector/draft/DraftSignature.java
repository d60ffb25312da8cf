package com.wecomesb.connector.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.http.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A call that is signed: the pasted signature holds for that one call only, so each call is to be signed anew. How it is made
 * is guessed by its length and by what comes with it.
 */
final class DraftSignature {

    private static final Pattern SIGNATURE = Pattern.compile("(?i)(x-)?([a-z]+[-_])?sign(ature)?");
    private static final Pattern CALLER = Pattern.compile("(?i)(app|client|access|partner|merchant)[-_]?(key|id)");
    private static final Pattern TIME = Pattern.compile("(?i)(.*[-_])?(timestamp|time|ts)");
    private static final Pattern NONCE = Pattern.compile("(?i)nonce([-_]?str)?");

    private final CurlCall call;
    private final DraftProperties properties = new DraftProperties();
    private final Map<String, String> with = new LinkedHashMap<>();
    private String into = "";
    private String value = "";

    private DraftSignature(CurlCall call) {
        this.call = call;
    }

    /** Nothing for a call that is not signed. */
    static Optional<DraftAuth> of(CurlCall call) {
        return new DraftSignature(call).read();
    }

    private Optional<DraftAuth> read() {
        List<Parameter> headers = left(call.headers());
        boolean inHeaders = !into.isEmpty();
        List<Parameter> query = left(call.query());
        boolean inBody = into.isEmpty() && !call.isForm();
        JsonNode sent = left(call.sent());
        if (into.isEmpty()) {
            return Optional.empty();
        }
        properties.secret("appSecret");
        String place = inHeaders ? "  place: headers\n" : inBody ? "  place: body\n" : "";
        String auth =
                """
                # CHANGE: what is signed, in what order and with what around it, as their documentation says.
                auth:
                  sign:
                    algorithm: ALGORITHM
                    secret: "{appSecret}"
                    over: sorted-params
                    wrap: secret
                    into: INTO
                    encoding: ENCODING
                    with: {WITH}
                """.replace("ALGORITHM", algorithm()).replace("INTO", into).replace("ENCODING", encoding()).replace(
                                "WITH",
                                with.entrySet().stream()
                                        .map(one -> one.getKey() + ": \"" + one.getValue() + "\"")
                                        .collect(Collectors.joining(", ")))
                        + place.indent(2);
        return Optional.of(
                new DraftAuth(properties.lines(), auth, properties.settings(), call.without(query, headers, sent)));
    }

    private List<Parameter> left(List<Parameter> parameters) {
        List<Parameter> left = new ArrayList<>();
        boolean signed = parameters.stream().anyMatch(one -> isSignature(one.name(), one.value()));
        for (Parameter parameter : parameters) {
            if (!signed || !take(parameter.name(), parameter.value())) {
                left.add(parameter);
            }
        }
        return left;
    }

    private JsonNode left(JsonNode sent) {
        if (!sent.isObject()) {
            return sent;
        }
        List<Parameter> members = new ArrayList<>();
        sent.properties().forEach(member -> {
            if (member.getValue().isValueNode()) {
                members.add(new Parameter(member.getKey(), member.getValue().asText()));
            }
        });
        List<String> left = left(members).stream().map(Parameter::name).toList();
        ObjectNode open = JsonNodeFactory.instance.objectNode();
        sent.properties().forEach(member -> {
            if (!member.getValue().isValueNode() || left.contains(member.getKey())) {
                open.set(member.getKey(), member.getValue());
            }
        });
        return open;
    }

    private boolean take(String name, String text) {
        if (isSignature(name, text)) {
            into = name;
            value = text;
        } else if (CALLER.matcher(name).matches()) {
            String property = DraftProperties.nameOf(name);
            properties.add(property, property + ": {title: 应用, description: 厂商给的应用编号, required: true}");
            with.put(name, "{" + property + "}");
        } else if (TIME.matcher(name).matches()) {
            with.put(name, time(text));
        } else if (NONCE.matcher(name).matches()) {
            with.put(name, "{nonce}");
        } else {
            return false;
        }
        return true;
    }

    private static boolean isSignature(String name, String text) {
        return SIGNATURE.matcher(name).matches() && text.length() >= 16;
    }

    private static String time(String text) {
        if (text.matches("[0-9]{13}")) {
            return "{nowMillis}";
        }
        return text.matches("[0-9]+") ? "{now}" : "{now:yyyy-MM-dd HH:mm:ss}";
    }

    private String algorithm() {
        if (!value.matches("[0-9a-fA-F]+")) {
            return "hmac-sha256";
        }
        return switch (value.length()) {
            case 40 -> "sha1";
            case 64 -> "hmac-sha256";
            default -> "md5";
        };
    }

    private String encoding() {
        if (!value.matches("[0-9a-fA-F]+")) {
            return "base64";
        }
        return value.matches(".*[A-F].*") ? "upper-hex" : "hex";
    }
}
