package com.wecomesb.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.call.SystemAccess;
import com.wecomesb.connector.call.SystemComponent;
import com.wecomesb.connector.call.SystemTraffic;
import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.connector.description.ConnectorDescription.Protocol;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.connector.description.SettingValues;
import com.wecomesb.connector.sql.TableComponent;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * The Kamelets of one configuration in a Camel context of their own: built aside, swapped as a whole, stopped when its last
 * call has ended. Kamelets may use each other; within a generation they are all of the same age.
 *
 * <p>A Kamelet is told the system's name, and the settings that it declares beside it; these reach it through the component, not
 * through its URI, so that a secret is in no endpoint's name.
 */
final class Generation implements AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Connectors connectors;
    private final ProducerTemplate producer;
    private final Map<String, Properties> routeProperties = new ConcurrentHashMap<>();
    private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<String, ConnectedSystem> systems = new ConcurrentHashMap<>();
    private final AtomicInteger opened = new AtomicInteger();
    private int calls;
    private boolean retired;

    /** Loads Kamelets by name and text; throws what Camel throws when one of them cannot be loaded. */
    Generation(Map<String, String> kamelets, Connectors connectors, SystemTraffic traffic) throws Exception {
        this.connectors = connectors;
        context.disableJMX();
        context.getCamelContextExtension().setName("connectors");
        context.setStartupSummaryLevel(StartupSummaryLevel.Off);
        new SystemAccess(name -> Optional.ofNullable(systems.get(name)), () -> connectors, traffic).on(context);
        context.getShutdownStrategy().setTimeout(60);
        // Camel's own error handler would log the request's address, which may hold a customer's data.
        context.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
        KameletComponent component = new KameletComponent();
        component.setRouteProperties(routeProperties);
        component.setLocation(null);
        context.addComponent("kamelet", component);
        for (Map.Entry<String, String> kamelet : new TreeMap<>(kamelets).entrySet()) {
            String file = kamelet.getKey() + KameletFile.SUFFIX;
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(file, kamelet.getValue()));
        }
        context.start();
        producer = context.createProducerTemplate();
    }

    boolean has(String kamelet) {
        return context.getRouteTemplateDefinition(kamelet) != null;
    }

    /** One call; the exchange as the Kamelet left it, its exception not thrown. */
    Exchange call(
            String kamelet,
            ConnectedSystem system,
            JsonNode document,
            String externalId,
            Map<String, Object> variables) {
        systems.put(system.name(), system);
        return producer.request(endpoint(kamelet, system), exchange -> {
            exchange.getMessage().setBody(document);
            exchange.setVariable("document", document);
            exchange.setVariable("externalId", externalId);
            variables.forEach(exchange::setVariable);
            connectors
                    .find(system.connector())
                    .ifPresent(description -> exchange.setVariable(
                            "config", SettingValues.of(system, description).config()));
        });
    }

    /** Whether the system's connector names a call to find out whether all is well; throws {@link ConnectorFailed} if it is not. */
    boolean probe(ConnectedSystem system) {
        systems.put(system.name(), system);
        Optional<ConnectorDescription> description = connectors.find(system.connector());
        if (description.isPresent() && description.get().protocol() == Protocol.JDBC) {
            context.getComponent("table", TableComponent.class).probe(system.name());
            return true;
        }
        return context.getComponent("system", SystemComponent.class).probe(system.name());
    }

    /** One is opened after the other: opening changes lists of the context that it also reads. */
    private Endpoint endpoint(String kamelet, ConnectedSystem system) {
        String key = kamelet + "/" + system.name();
        Endpoint known = endpoints.get(key);
        if (known != null) {
            return known;
        }
        synchronized (endpoints) {
            return endpoints.computeIfAbsent(key, missing -> open(kamelet, system));
        }
    }

    private Endpoint open(String kamelet, ConnectedSystem system) {
        String route = kamelet + "-" + system.name().replaceAll("[^A-Za-z0-9_-]", "_") + "-" + opened.incrementAndGet();
        Properties properties = new Properties();
        RouteTemplateDefinition template = ((ModelCamelContext) context).getRouteTemplateDefinition(kamelet);
        KameletSettings.of(system, template.getTemplateParameters()).forEach(properties::setProperty);
        routeProperties.put(route, properties);
        try {
            return context.getEndpoint("kamelet:" + kamelet + "/" + route);
        } catch (RuntimeException exception) {
            throw new ConnectorFailed(
                    ConnectorFailed.Kind.PERMANENT,
                    "系统 " + system.name() + " 的设置不能用于 " + kamelet + ":" + explain(exception, system));
        }
    }

    /** Camel's own words without the values of the settings, which it likes to quote. */
    private static String explain(Exception exception, ConnectedSystem system) {
        Throwable cause = exception;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        for (String value : system.properties().values()) {
            message = message.replace(value, "…");
        }
        return message;
    }

    /** False when this generation has been replaced and a newer one is there. */
    synchronized boolean enter() {
        if (retired) {
            return false;
        }
        calls++;
        return true;
    }

    synchronized void leave() {
        calls--;
        stopWhenIdle();
    }

    /** Takes no more calls; stops now, or when the last one ends. */
    synchronized void retire() {
        retired = true;
        stopWhenIdle();
    }

    private void stopWhenIdle() {
        if (retired && calls == 0) {
            context.stop();
        }
    }

    @Override
    public void close() {
        context.stop();
    }

    CamelContext context() {
        return context;
    }
}
