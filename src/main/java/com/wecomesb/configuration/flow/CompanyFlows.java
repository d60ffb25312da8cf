package com.wecomesb.configuration.flow;

import com.wecomesb.document.SourceFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces the company's own flows in the running context, file by file; what did not change is not touched. */
final class CompanyFlows {

    private static final Logger log = LoggerFactory.getLogger(CompanyFlows.class);

    private final CamelFiles camel;
    private final Map<String, Set<String>> routesOf = new HashMap<>();

    CompanyFlows(CamelFiles camel) {
        this.camel = camel;
    }

    void loaded(List<SourceFile> files) {
        files.forEach(file -> routesOf.put(file.path(), RouteIds.of(file)));
    }

    void replace(List<SourceFile> before, List<SourceFile> after) {
        Map<String, String> old = Flows.byPath(before);
        Map<String, String> now = Flows.byPath(after);
        Set<String> staying = new HashSet<>();
        after.forEach(file -> staying.addAll(RouteIds.of(file)));
        for (String path : old.keySet()) {
            if (!now.getOrDefault(path, "").equals(old.get(path))) {
                removeMissing(path, staying);
            }
        }
        for (SourceFile file : after) {
            if (!file.text().equals(old.get(file.path()))) {
                routesOf.put(file.path(), camel.update(file));
                log.atInfo().addKeyValue("file", file.path()).log("flow replaced");
            }
        }
    }

    private void removeMissing(String path, Set<String> staying) {
        Set<String> routes = routesOf.remove(path);
        if (routes == null) {
            return;
        }
        for (String route : routes) {
            if (!staying.contains(route)) {
                camel.remove(route);
                log.atInfo().addKeyValue("routeId", route).log("flow removed");
            }
        }
    }
}
