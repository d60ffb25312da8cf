package com.wecomesb.configuration.flow;

import com.wecomesb.configuration.RunningConfiguration;
import com.wecomesb.configuration.Snapshot;
import com.wecomesb.document.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the Camel files of the snapshot in force when Camel starts, and keeps connectors and the company's flows up to
 * date. A changed flow of the product is in force from the next start on: until then it is listed as waiting.
 */
public final class FlowLoader implements CamelContextConfiguration {

    private static final Logger log = LoggerFactory.getLogger(FlowLoader.class);

    private final RunningConfiguration configuration;
    private volatile Map<String, String> productAtStart = Map.of();
    private volatile List<String> waiting = List.of();
    private @Nullable CompanyFlows companyFlows;
    private @Nullable Kamelets kamelets;

    public FlowLoader(RunningConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        CamelFiles camel = new CamelFiles(context);
        Flows flows = configuration.current().part(Flows.class);
        List<SourceFile> all = new ArrayList<>(flows.kamelets());
        all.addAll(flows.product());
        all.addAll(flows.company());
        camel.load(all);
        productAtStart = Flows.byPath(flows.product());
        kamelets = new Kamelets(camel);
        companyFlows = new CompanyFlows(camel);
        companyFlows.loaded(flows.company());
        configuration.addListener(this::replace);
    }

    @Override
    public void afterApplicationStart(CamelContext context) {}

    /** The flows of the product whose files have changed since the start and are in force from the next one on. */
    public List<String> waitingForRestart() {
        return waiting;
    }

    private void replace(Snapshot before, Snapshot after) {
        Flows old = before.part(Flows.class);
        Flows now = after.part(Flows.class);
        waiting = changed(Flows.byPath(now.product()));
        waiting.forEach(path ->
                log.atWarn().addKeyValue("file", path).log("flow of the product changed, in force after a restart"));
        if (kamelets != null && companyFlows != null) {
            kamelets.replace(old.kamelets(), now.kamelets());
            companyFlows.replace(old.company(), now.company());
        }
    }

    private List<String> changed(Map<String, String> now) {
        TreeSet<String> paths = new TreeSet<>(productAtStart.keySet());
        paths.addAll(now.keySet());
        paths.removeIf(path -> now.getOrDefault(path, "").equals(productAtStart.getOrDefault(path, "")));
        return List.copyOf(paths);
    }
}
