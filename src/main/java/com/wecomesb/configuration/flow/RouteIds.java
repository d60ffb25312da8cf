package com.wecomesb.configuration.flow;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.util.Set;
import java.util.TreeSet;

/** The ids of the routes that a checked file declares. */
final class RouteIds {

    private RouteIds() {}

    static Set<String> of(SourceFile file) {
        Set<String> ids = new TreeSet<>();
        YamlFile.read(file.path(), file.text(), new Mistakes())
                .ifPresent(root -> root.items().stream()
                        .flatMap(item -> item.get("route").stream())
                        .flatMap(route -> route.get("id").stream())
                        .map(YamlNode::text)
                        .forEach(ids::add));
        return ids;
    }
}
