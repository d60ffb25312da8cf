package com.wecomesb.configuration.flow;

import com.wecomesb.document.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces changed connectors in the running context: the template, and the routes that were made from it. */
final class Kamelets {

    private static final Logger LOGGER = LoggerFactory.getLogger(Kamelets.class);
    private static final String SUFFIX = ".kamelet.yaml";

    private final CamelFiles camel;

    Kamelets(CamelFiles camel) {
        this.camel = camel;
    }

    void replace(List<SourceFile> before, List<SourceFile> after) {
        Map<String, String> old = Flows.byPath(before);
        for (SourceFile file : after) {
            if (!file.text().equals(old.remove(file.path()))) {
                replace(file);
                LOGGER.atInfo().addKeyValue("file", file.path()).log("connector replaced");
            }
        }
        // What is left was deleted. Routes made from it go on: a flow that still names it was refused by the check.
        old.keySet().forEach(path -> removeTemplate(nameOf(path)));
    }

    private void replace(SourceFile file) {
        String name = nameOf(file.path());
        removeTemplate(name);
        camel.load(List.of(file));
        camel.endpoints(KameletEndpoint.class).stream()
                .filter(endpoint -> endpoint.getTemplateId().equals(name))
                .forEach(this::recreate);
    }

    /** A call that comes while the route is being made anew waits for it: the component blocks for a new consumer. */
    private void recreate(KameletEndpoint endpoint) {
        RouteDefinition old = camel.model().getRouteDefinition(endpoint.getRouteId());
        if (old == null) {
            return;
        }
        camel.remove(endpoint.getRouteId());
        Map<String, Object> properties = endpoint.getKameletProperties();
        try {
            camel.model()
                    .addRouteFromKamelet(
                            endpoint.getRouteId(),
                            endpoint.getTemplateId(),
                            Objects.toString(properties.get("uuid")),
                            null,
                            parameter(old, "parentRouteId"),
                            parameter(old, "parentProcessorId"),
                            properties);
        } catch (Exception refused) {
            throw RuntimeCamelException.wrapRuntimeException(refused);
        }
    }

    private static @Nullable String parameter(RouteDefinition route, String name) {
        Map<String, Object> parameters = route.getTemplateParameters();
        return parameters == null ? null : Objects.toString(parameters.get(name), null);
    }

    private void removeTemplate(String name) {
        Model model = camel.model();
        try {
            var template = model.getRouteTemplateDefinition(name);
            if (template != null) {
                model.removeRouteTemplateDefinition(template);
            }
        } catch (Exception refused) {
            throw RuntimeCamelException.wrapRuntimeException(refused);
        }
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - SUFFIX.length());
    }
}
