package com.wecomesb.connector;

import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.description.SettingValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.model.RouteTemplateParameterDefinition;

/** What a Kamelet is told of a system's settings: its name as {@code system}, and what it declares beside it. */
final class KameletSettings {

    private KameletSettings() {}

    /** Throws {@link ConnectorFailed} when one is missing that the Kamelet needs. */
    static Map<String, String> of(ConnectedSystem system, List<RouteTemplateParameterDefinition> parameters) {
        Map<String, String> configured = new HashMap<>();
        system.properties().forEach((name, value) -> configured.put(SettingValues.loose(name), value));
        configured.put("system", system.name());
        Map<String, String> declared = new HashMap<>();
        for (RouteTemplateParameterDefinition parameter : parameters) {
            String value = configured.get(SettingValues.loose(parameter.getName()));
            if (value != null) {
                declared.put(parameter.getName(), value);
            } else if (!Boolean.FALSE.equals(parameter.getRequired()) && parameter.getDefaultValue() == null) {
                throw new ConnectorFailed(
                        Kind.PERMANENT, "缺少设置 esb.systems." + system.name() + "." + parameter.getName());
            }
        }
        return declared;
    }
}
