package com.wecomesb.connector.draft;

import com.wecomesb.connector.http.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who calls, taken out of a call: the values become settings, only their names go into the file.
 *
 * @param properties lines under {@code properties}
 * @param auth the value of {@code auth}, empty for none
 * @param settings the names of the settings that hold the values
 * @param open the call without them
 */
record DraftAuth(List<String> properties, String auth, List<String> settings, CurlCall open) {

    private static final Pattern SECRET = Pattern.compile(
            "(?i)(.*[-_])?(api-?key|key|token|secret|password|sign|signature|session|cookie)|authorization");

    static DraftAuth of(CurlCall call) {
        List<String> properties = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        List<Parameter> openHeaders = new ArrayList<>();
        String auth = "";
        if (call.user() != null || call.header("Authorization").startsWith("Basic ")) {
            properties.add("username: {title: 用户名, description: 接口的用户名, required: true}");
            secret("password", properties, settings);
            settings.add(0, "username");
            auth = "{basic: {username: \"{username}\", password: \"{password}\"}}";
        }
        for (Parameter header : call.headers()) {
            if (!SECRET.matcher(header.name()).matches()) {
                openHeaders.add(header);
            } else if (header.value().startsWith("Bearer ")) {
                secret("token", properties, settings);
                auth = "{bearer: \"{token}\"}";
            } else if (!header.value().startsWith("Basic ")) {
                String name = settingName(header.name());
                secret(name, properties, settings);
                headers.add("{name: " + header.name() + ", value: \"" + scheme(header) + "{" + name + "}\"}");
            }
        }
        List<Parameter> openQuery = new ArrayList<>();
        for (Parameter parameter : call.query()) {
            if (SECRET.matcher(parameter.name()).matches()) {
                String name = settingName(parameter.name());
                secret(name, properties, settings);
                parameters.add("{name: " + parameter.name() + ", value: \"{" + name + "}\"}");
            } else {
                openQuery.add(parameter);
            }
        }
        if (auth.isEmpty() && !headers.isEmpty()) {
            auth = "{header: [" + String.join(", ", headers) + "]}";
        } else if (auth.isEmpty() && !parameters.isEmpty()) {
            auth = "{query: [" + String.join(", ", parameters) + "]}";
        }
        CurlCall open =
                new CurlCall(call.method(), call.origin(), call.path(), openQuery, openHeaders, call.body(), null);
        return new DraftAuth(properties, auth, settings, open);
    }

    private static void secret(String name, List<String> properties, List<String> settings) {
        if (!settings.contains(name)) {
            properties.add(name + ": {title: 密钥, description: 厂商给的密钥, secret: true, required: true}");
            settings.add(name);
        }
    }

    /** The word before the secret in {@code Authorization: token abc}. */
    private static String scheme(Parameter header) {
        int space = header.value().indexOf(' ');
        boolean word = header.name().equalsIgnoreCase("Authorization") && space > 0;
        return word ? header.value().substring(0, space + 1) : "";
    }

    /** {@code X-Api-Key} is apiKey. */
    private static String settingName(String name) {
        if (name.equalsIgnoreCase("Authorization")) {
            return "token";
        }
        List<String> words = Arrays.stream(
                        name.toLowerCase(Locale.ROOT).replaceFirst("^x-", "").split("[-_]"))
                .filter(word -> !word.isEmpty())
                .toList();
        StringBuilder camel = new StringBuilder(words.get(0));
        words.stream()
                .skip(1)
                .forEach(word ->
                        camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1)));
        return camel.toString();
    }
}
