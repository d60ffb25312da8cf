package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person's decision always says: which question it answers, and who decides. */
final class DecisionOptions {

    @Parameters(index = "0", paramLabel = "ID", description = "its number in the list")
    private long id;

    @Option(names = "--by", description = "who decides")
    private @Nullable String by;

    /** Tells the bus and prints what became of it in these words. */
    void decide(BusOptions bus, String questions, ObjectNode decision, Function<JsonNode, String> words) {
        JsonNode decided = bus.bus().post(questions + "/" + id + "/decide", decision.put("by", by));
        bus.print(decided, out -> out.println(words.apply(decided)));
    }
}
