package com.wecomesb.connector;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The systems as they are configured.
 *
 * @param systems {@code esb.systems.NAME.connector|kind|default|url|…} by NAME; beside the first three, what the
 *     connector's Kamelets document
 */
@ConfigurationProperties("esb")
public record SystemSettings(@DefaultValue Map<String, Map<String, String>> systems) {

    /** Without the properties: secrets are among them. */
    @Override
    public String toString() {
        return "SystemSettings" + systems.keySet();
    }
}
