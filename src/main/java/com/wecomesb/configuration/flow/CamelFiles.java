package com.wecomesb.configuration.flow;

import com.wecomesb.document.SourceFile;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.model.Model;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Brings the texts of Camel files into a context. */
final class CamelFiles {

    private final CamelContext context;

    CamelFiles(CamelContext context) {
        this.context = context;
    }

    /** Loads files into a context that is not started yet; route configurations come first by themselves. */
    void load(Collection<SourceFile> files) {
        try {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(files.stream().map(CamelFiles::resource).toList());
        } catch (Exception refused) {
            throw RuntimeCamelException.wrapRuntimeException(refused);
        }
    }

    /** Adds the routes of a file to the running context, or replaces those of the same id; answers their ids. */
    Set<String> update(SourceFile file) {
        try {
            return Set.copyOf(PluginHelper.getRoutesLoader(context).updateRoutes(List.of(resource(file))));
        } catch (Exception refused) {
            throw RuntimeCamelException.wrapRuntimeException(refused);
        }
    }

    /** Stops a route when its exchanges in flight are done and takes it out of the context. */
    void remove(String routeId) {
        try {
            context.getRouteController().stopRoute(routeId);
            context.removeRoute(routeId);
        } catch (Exception refused) {
            throw RuntimeCamelException.wrapRuntimeException(refused);
        }
    }

    Model model() {
        return context.getCamelContextExtension().getContextPlugin(Model.class);
    }

    private static Resource resource(SourceFile file) {
        return ResourceHelper.fromString(file.path(), file.text());
    }
}
