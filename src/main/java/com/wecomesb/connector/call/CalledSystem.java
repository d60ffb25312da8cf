package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.auth.Authentication;
import com.wecomesb.connector.auth.Authentication.Session;
import com.wecomesb.connector.auth.Authentication.Signed;
import com.wecomesb.connector.auth.Tokens;
import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.connector.description.ConnectorDescription.Property;
import com.wecomesb.connector.http.CamelHttpSender;
import com.wecomesb.connector.http.HttpAnswer;
import com.wecomesb.connector.http.HttpCall;
import com.wecomesb.connector.http.PlainClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** A configured system with the description of its connector: what its calls have in common. Thread-safe. */
final class CalledSystem {

    /** As many as one system may have calls in flight unless its description says otherwise. */
    private static final int CONNECTIONS = 64;

    private final ConnectedSystem system;
    private final ConnectorDescription description;
    private final Map<String, String> settings;
    private final Optional<Authentication> authentication;
    private final Session session;

    private CalledSystem(
            ConnectedSystem system, ConnectorDescription description, Map<String, String> settings, Session session) {
        this.system = system;
        this.description = description;
        this.settings = settings;
        this.session = session;
        this.authentication = description.auth().stream()
                .filter(way -> settings.keySet().containsAll(way.needs()))
                .findFirst();
    }

    /** Throws {@link ConnectorFailed} when a setting is missing or cannot be used. */
    static CalledSystem open(
            ConnectedSystem system, ConnectorDescription description, CamelContext context, Tokens tokens) {
        Map<String, String> settings = settings(system, description);
        String url = settings.getOrDefault("url", "");
        if (!url.matches("https?://[^?#]+")) {
            throw new ConnectorFailed(
                    Kind.PERMANENT, "esb.systems." + system.name() + ".url 要以 http:// 或 https:// 开头,不带 ? 和 #");
        }
        int concurrent = description.limits().concurrent();
        int connections = concurrent == 0 ? CONNECTIONS : concurrent;
        CamelHttpSender sender = CamelHttpSender.open(context, url, client(system, settings), connections);
        return new CalledSystem(system, description, settings, new Session(settings, sender, tokens));
    }

    private static PlainClient client(ConnectedSystem system, Map<String, String> settings) {
        try {
            PlainClient client = new PlainClient();
            client.setConnectTimeout(settings.getOrDefault("connectTimeout", "3s"));
            client.setResponseTimeout(settings.getOrDefault("responseTimeout", "10s"));
            return client;
        } catch (IllegalArgumentException noDuration) {
            throw new ConnectorFailed(
                    Kind.PERMANENT,
                    "esb.systems." + system.name() + " 的 connect-timeout、response-timeout 要写成 3s、500ms 这样");
        }
    }

    /** What the connector declares of what is configured; {@code client-secret} and {@code CLIENTSECRET} are its clientSecret. */
    private static Map<String, String> settings(ConnectedSystem system, ConnectorDescription description) {
        Map<String, String> configured = new HashMap<>();
        system.properties().forEach((name, value) -> configured.put(loose(name), value));
        Map<String, String> settings = new HashMap<>();
        for (Property property : description.properties().values()) {
            String value = configured.getOrDefault(loose(property.name()), property.defaultValue());
            if (value != null && !value.isEmpty()) {
                settings.put(property.name(), value);
            } else if (property.required()) {
                throw new ConnectorFailed(Kind.PERMANENT, "缺少设置 esb.systems." + system.name() + "." + property.name());
            }
        }
        settings.computeIfPresent("url", (name, url) -> url.replaceFirst("/+$", ""));
        return Map.copyOf(settings);
    }

    private static String loose(String name) {
        return name.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether this was made of what is in force now. */
    @SuppressWarnings("ReferenceEquality") // a description is read anew as a whole
    boolean isOf(ConnectedSystem current, ConnectorDescription inForce) {
        return system.equals(current) && description == inForce;
    }

    ConnectorDescription description() {
        return description;
    }

    String url() {
        return settings.getOrDefault("url", "");
    }

    /** The settings that are no secrets, as {@code $config}. */
    ObjectNode config() {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        description.properties().values().stream()
                .filter(property -> !property.secret() && settings.containsKey(property.name()))
                .forEach(property -> config.put(property.name(), settings.get(property.name())));
        return config;
    }

    /** The call with credentials in it; with others than the refused token. */
    Signed sign(HttpCall call, @Nullable String refused) throws IOException {
        return authentication.isPresent() ? authentication.get().sign(call, session, refused) : new Signed(call, null);
    }

    HttpAnswer send(HttpCall call) throws IOException {
        return session.sender().send(call);
    }
}
