package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Empties an instance's hands before an upgrade. */
@Command(
        name = "drain",
        mixinStandardHelpOptions = true,
        description = "Takes nothing new, lets what is in work come to its end, leaves the consumer groups.")
final class DrainCommand implements Callable<Integer> {

    @Mixin
    private BusOptions options;

    @Option(names = "--undo", description = "takes part again")
    private boolean undo;

    @Override
    public Integer call() {
        JsonNode state =
                undo ? options.bus().delete("/api/v1/drain") : options.bus().post("/api/v1/drain", null);
        options.print(state, out -> out.println(state.path("drained").asBoolean() ? "已排空,可以停机" : "正常工作"));
        return 0;
    }
}
