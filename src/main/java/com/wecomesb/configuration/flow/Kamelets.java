package com.wecomesb.configuration.flow;

import com.wecomesb.document.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces changed connectors in the running context: the template, and the routes that were made from it. */
final class Kamelets {

    private static final Logger log = LoggerFactory.getLogger(Kamelets.class);
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
                log.atInfo().addKeyValue("file", file.path()).log("connector replaced");
            }
        }
        // What is left was deleted. Routes made from it go on: a flow that still names it was refused by the check.
        old.keySet().forEach(path -> removeTemplate(nameOf(path)));
    }

    private void replace(SourceFile file) {
        String name = nameOf(file.path());
        removeTemplate(name);
        camel.load(List.of(file));
        for (RouteDefinition route : List.copyOf(camel.model().getRouteDefinitions())) {
            Map<String, Object> values = route.getTemplateParameters();
            if (values != null && name.equals(values.get("templateId"))) {
                recreate(route.getId(), name, new HashMap<>(values));
            }
        }
    }

    /** A call that comes while the route is being made anew waits for it: the component blocks for a new consumer. */
    private void recreate(String routeId, String template, Map<String, Object> values) {
        camel.remove(routeId);
        try {
            camel.model()
                    .addRouteFromKamelet(
                            routeId,
                            template,
                            text(values, "uuid"),
                            null,
                            text(values, "parentRouteId"),
                            text(values, "parentProcessorId"),
                            values);
        } catch (Exception refused) {
            throw RuntimeCamelException.wrapRuntimeException(refused);
        }
    }

    private static @Nullable String text(Map<String, Object> values, String name) {
        return Objects.toString(values.get(name), null);
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
