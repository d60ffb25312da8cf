package com.wecomesb.connector.auth;

import com.wecomesb.connector.http.HttpCall;
import com.wecomesb.connector.http.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Where a credential goes in a request. */
public sealed interface Placement {

    /** The texts that settings are put into. */
    List<SettingsText> texts();

    HttpCall put(HttpCall call, Map<String, String> settings);

    /** {@code header: {name: X-Api-Key, value: "{key}"}}. */
    record Header(SettingsText name, SettingsText value) implements Placement {

        @Override
        public List<SettingsText> texts() {
            return List.of(name, value);
        }

        @Override
        public HttpCall put(HttpCall call, Map<String, String> settings) {
            return call.withHeader(name.fill(settings), value.fill(settings));
        }
    }

    /** {@code query: {name: key, value: "{key}"}}. */
    record Query(SettingsText name, SettingsText value) implements Placement {

        @Override
        public List<SettingsText> texts() {
            return List.of(name, value);
        }

        @Override
        public HttpCall put(HttpCall call, Map<String, String> settings) {
            return call.withQuery(List.of(new Parameter(name.fill(settings), value.fill(settings))));
        }
    }

    /** {@code bearer: "{token}"}. */
    record Bearer(SettingsText token) implements Placement {

        @Override
        public List<SettingsText> texts() {
            return List.of(token);
        }

        @Override
        public HttpCall put(HttpCall call, Map<String, String> settings) {
            return call.withHeader("Authorization", "Bearer " + token.fill(settings));
        }
    }

    /** {@code basic: {username: "{user}", password: "{password}"}}. */
    record Basic(SettingsText username, SettingsText password) implements Placement {

        @Override
        public List<SettingsText> texts() {
            return List.of(username, password);
        }

        @Override
        public HttpCall put(HttpCall call, Map<String, String> settings) {
            return call.withHeader("Authorization", header(username.fill(settings), password.fill(settings)));
        }

        static String header(String username, String password) {
            byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(pair);
        }
    }
}
