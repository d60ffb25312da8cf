package com.wecomesb.connector.call;

import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.connector.description.Connectors;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What {@code system:} endpoints of a Camel context reach; a bean of its registry.
 *
 * @param systems those that are configured, by name
 * @param connectors the descriptions in force
 * @param traffic shared by all contexts
 */
public record SystemAccess(
        Function<String, Optional<ConnectedSystem>> systems, Supplier<Connectors> connectors, SystemTraffic traffic) {

    /** Throws {@link ConnectorFailed} when there is none. */
    public ConnectedSystem system(String name) {
        return systems.apply(name).orElseThrow(() -> new ConnectorFailed(Kind.PERMANENT, "没有配置系统 " + name));
    }

    /** Throws {@link ConnectorFailed} when the connector has none. */
    public ConnectorDescription description(ConnectedSystem system) {
        return connectors
                .get()
                .find(system.connector())
                .orElseThrow(() -> new ConnectorFailed(
                        Kind.PERMANENT, "没有连接器的说明文件 connectors/" + system.connector() + ".connector.yaml"));
    }
}
