package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.connector.description.ConnectorDescription.Property;
import com.wecomesb.connector.description.ConnectorDescription.SettingRule;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.connector.description.SettingValues;
import com.wecomesb.connector.expression.JsltFailed;
import com.wecomesb.document.Mistakes;
import java.util.Map;

/** What is set for the systems, against what their connectors say may be set together. */
public final class SettingsInForce {

    private SettingsInForce() {}

    /** Notes values that a setting does not have and settings that do not go together, each under {@code esb.systems.NAME}. */
    public static void check(Systems systems, Connectors connectors, Mistakes mistakes) {
        systems.all()
                .forEach(system -> connectors
                        .find(system.connector())
                        .ifPresent(description -> check(system, description, mistakes)));
    }

    private static void check(ConnectedSystem system, ConnectorDescription description, Mistakes mistakes) {
        ObjectNode config;
        try {
            config = SettingValues.of(system, description).config();
        } catch (ConnectorFailed incomplete) {
            // What is missing is told when the system is called: the others work without it.
            return;
        }
        for (Property property : description.properties().values()) {
            String value = config.path(property.name()).asText("");
            if (!property.values().isEmpty()
                    && !value.isEmpty()
                    && !property.values().contains(value)) {
                mistakes.addWholeFile(
                        setting(system, property.name()),
                        "只能是 " + String.join("、", property.values()) + ",写的是 " + value);
            }
        }
        Map<String, JsonNode> known = Map.of("config", config, "set", set(system, description));
        for (SettingRule rule : description.refused()) {
            if (holds(rule, known)) {
                mistakes.addWholeFile(setting(system, rule.setting()), rule.reason());
            }
        }
    }

    private static boolean holds(SettingRule rule, Map<String, JsonNode> known) {
        try {
            return rule.when().holds(NullNode.getInstance(), known);
        } catch (JsltFailed otherShape) {
            return false;
        }
    }

    /** The names of what somebody has set, secrets too, each with true. */
    private static ObjectNode set(ConnectedSystem system, ConnectorDescription description) {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        system.properties()
                .forEach((written, value) -> description.properties().keySet().stream()
                        .filter(name -> SettingValues.loose(name).equals(SettingValues.loose(written)))
                        .filter(name -> !value.isEmpty())
                        .forEach(name -> set.put(name, true)));
        return set;
    }

    private static String setting(ConnectedSystem system, String property) {
        return "esb.systems." + system.name() + "." + SettingValues.kebab(property);
    }
}
