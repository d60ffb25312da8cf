package com.wecomesb.connector.call;

import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.connector.description.Connectors;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.support.CamelContextHelper;

/**
 * What {@code system:} endpoints of a Camel context reach; its plugin, or a bean of its registry.
 *
 * @param systems those that are configured, by name
 * @param connectors the descriptions in force
 * @param traffic shared by all contexts
 */
public record SystemAccess(
        Function<String, Optional<ConnectedSystem>> systems, Supplier<Connectors> connectors, SystemTraffic traffic) {

    /** That of the context. The registry is read through for it once: each call asks for it. */
    public static SystemAccess of(CamelContext context) {
        SystemAccess known = context.getCamelContextExtension().getContextPlugin(SystemAccess.class);
        return known == null
                ? CamelContextHelper.mandatoryFindSingleByType(context, SystemAccess.class)
                        .on(context)
                : known;
    }

    /** The same, made that of the context. */
    public SystemAccess on(CamelContext context) {
        context.getCamelContextExtension().addContextPlugin(SystemAccess.class, this);
        return this;
    }

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
