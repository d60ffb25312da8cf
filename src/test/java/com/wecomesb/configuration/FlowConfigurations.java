package com.wecomesb.configuration;

import com.wecomesb.configuration.flow.FlowFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Configurations of Camel files alone, for tests. */
public final class FlowConfigurations {

    private FlowConfigurations() {}

    /** Reads {@code folder} over {@code shipped}, without trying the files out in Camel. */
    public static RunningConfiguration start(Path folder, Map<String, String> shipped) {
        RoutesFolder routes = new RoutesFolder(folder, ShippedFiles.of(shipped));
        FlowFiles flows = new FlowFiles(files -> List.of());
        return RunningConfiguration.start(
                routes, new SnapshotBuilder(List.of(flows), List.of(), List.of(), Clock.systemUTC()));
    }
}
