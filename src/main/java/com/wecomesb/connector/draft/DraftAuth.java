package com.wecomesb.connector.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.http.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who calls, taken out of a call: the values become settings, only their names go into the file.
 *
 * @param properties the lines under {@code properties}
 * @param auth the lines of {@code auth}, empty for none
 * @param settings the names of the settings that hold the values
 * @param open the call without them
 */
record DraftAuth(List<String> properties, String auth, List<String> settings, CurlCall open) {

    private static final Pattern SECRET = Pattern.compile(
            "(?i)(.*[-_])?(api-?key|key|token|secret|password|sign|signature|session|cookie)|authorization");

    static DraftAuth of(CurlCall call) {
        return DraftSignature.of(call).orElseGet(() -> new Reading(call).auth());
    }

    private static final class Reading {

        private final CurlCall call;
        private final DraftProperties properties = new DraftProperties();
        private final List<Parameter> openHeaders = new ArrayList<>();
        private final List<Parameter> openQuery = new ArrayList<>();
        private final List<String> ways = new ArrayList<>();
        private final List<String> unused = new ArrayList<>();

        Reading(CurlCall call) {
            this.call = call;
        }

        DraftAuth auth() {
            user();
            headers();
            query();
            JsonNode sent = sent();
            String auth = ways.isEmpty() ? "" : "auth: " + ways.get(0) + "\n";
            if (!unused.isEmpty()) {
                auth += "# CHANGE: the call had secrets elsewhere too, which nothing sends now: "
                        + String.join(", ", unused) + "\n";
            }
            return new DraftAuth(
                    properties.lines(), auth, properties.settings(), call.without(openQuery, openHeaders, sent));
        }

        private void user() {
            if (call.user() != null || call.header("Authorization").startsWith("Basic ")) {
                properties.add("username", "username: {title: 用户名, description: 接口的用户名, required: true}");
                properties.secret("password");
                ways.add("{basic: {username: \"{username}\", password: \"{password}\"}}");
            }
        }

        private void headers() {
            List<String> headers = new ArrayList<>();
            for (Parameter header : call.headers()) {
                if (!isSecret(header.name())) {
                    openHeaders.add(header);
                } else if (header.value().startsWith("Bearer ") && ways.isEmpty()) {
                    properties.secret("token");
                    ways.add("{bearer: \"{token}\"}");
                } else if (!ways.isEmpty() && !header.value().startsWith("Basic ")) {
                    unused.add(header.name());
                } else if (!header.value().startsWith("Basic ")) {
                    String name = DraftProperties.nameOf(header.name());
                    properties.secret(name);
                    headers.add("{name: " + header.name() + ", value: \"" + scheme(header) + "{" + name + "}\"}");
                }
            }
            if (!headers.isEmpty()) {
                ways.add("{header: [" + String.join(", ", headers) + "]}");
            }
        }

        private void query() {
            List<String> parameters = new ArrayList<>();
            for (Parameter parameter : call.query()) {
                if (!isSecret(parameter.name())) {
                    openQuery.add(parameter);
                } else if (ways.isEmpty()) {
                    String name = DraftProperties.nameOf(parameter.name());
                    properties.secret(name);
                    parameters.add("{name: " + parameter.name() + ", value: \"{" + name + "}\"}");
                } else {
                    unused.add(parameter.name());
                }
            }
            if (!parameters.isEmpty()) {
                ways.add("{query: [" + String.join(", ", parameters) + "]}");
            }
        }

        private JsonNode sent() {
            if (!(call.sent() instanceof ObjectNode sent)) {
                return call.sent();
            }
            ObjectNode open = sent.deepCopy();
            sent.fieldNames().forEachRemaining(name -> {
                if (isSecret(name)) {
                    open.remove(name);
                    unused.add(name);
                }
            });
            return open;
        }

        /** The word before the secret in {@code Authorization: token abc}. */
        private static String scheme(Parameter header) {
            int space = header.value().indexOf(' ');
            boolean word = header.name().equalsIgnoreCase("Authorization") && space > 0;
            return word ? header.value().substring(0, space + 1) : "";
        }
    }

    private static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }
}
