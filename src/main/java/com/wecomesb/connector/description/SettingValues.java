package com.wecomesb.connector.description;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.description.ConnectorDescription.Property;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What is configured of what a connector declares, defaults included. Immutable. */
public final class SettingValues {

    private final Map<String, String> values;
    private final ObjectNode config;

    private SettingValues(Map<String, String> values, ObjectNode config) {
        this.values = Map.copyOf(values);
        this.config = config;
    }

    /**
     * Reads a system's settings; {@code client-secret} and {@code CLIENTSECRET} are its connector's clientSecret.
     *
     * @throws ConnectorFailed when one is missing that the connector needs
     */
    public static SettingValues of(ConnectedSystem system, ConnectorDescription description) {
        Map<String, String> configured = new HashMap<>();
        system.properties().forEach((name, value) -> configured.put(loose(name), value));
        Map<String, String> values = new HashMap<>();
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        for (Property property : description.properties().values()) {
            String value = configured.getOrDefault(loose(property.name()), property.defaultValue());
            if (value != null && !value.isEmpty()) {
                values.put(property.name(), value);
                if (!property.secret()) {
                    config.put(property.name(), value);
                }
            } else if (property.required()) {
                throw new ConnectorFailed(Kind.PERMANENT, "缺少设置 esb.systems." + system.name() + "." + property.name());
            }
        }
        values.computeIfPresent("url", (name, url) -> url.replaceFirst("/+$", ""));
        return new SettingValues(values, config);
    }

    /** A setting's name however it is written: {@code client-secret}, {@code CLIENTSECRET} and {@code clientSecret} are one. */
    public static String loose(String name) {
        return name.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
    }

    /** A setting's name as it is written in files: {@code client-secret}. */
    public static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** All of them by name, secrets too. */
    public Map<String, String> all() {
        return values;
    }

    /** Empty when it is not set. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Those that are no secrets, as expressions see them. */
    public ObjectNode config() {
        return config.deepCopy();
    }

    /** Without the values: secrets are among them. */
    @Override
    public String toString() {
        return "SettingValues" + values.keySet();
    }
}
