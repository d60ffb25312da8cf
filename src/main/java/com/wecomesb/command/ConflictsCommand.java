package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fields that both sides changed. */
@Command(
        name = "conflicts",
        mixinStandardHelpOptions = true,
        description = "Lists and decides conflicts between us and other systems.",
        subcommands = {ConflictsCommand.Listing.class, ConflictsCommand.Decide.class})
final class ConflictsCommand implements Runnable {

    private static final String PATH = "/api/v1/conflicts";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list or decide");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "The newest first.")
    static final class Listing implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Option(names = "--state", defaultValue = "OPEN", description = "OPEN, DECIDED or ALL")
        private String state;

        @Override
        public Integer call() {
            JsonNode conflicts = options.bus().get(PATH + "?state=" + BusClient.encoded(state));
            options.print(conflicts, out -> {
                conflicts.path("items").forEach(one -> out.println(words(one)));
                if (conflicts.path("items").isEmpty()) {
                    out.println("没有冲突");
                }
            });
            return 0;
        }
    }

    @Command(name = "decide", mixinStandardHelpOptions = true, description = "Says who is right.")
    static final class Decide implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Mixin
        private DecisionOptions decision;

        @Parameters(index = "1", paramLabel = "KEEP", description = "source (ours), target (the system's) or value")
        private String keep;

        @Option(names = "--value", description = "what both sides are to say, with value")
        private @Nullable String value;

        @Override
        public Integer call() {
            decision.decide(
                    options,
                    PATH,
                    JsonNodeFactory.instance.objectNode().put("keep", keep).put("value", value),
                    ConflictsCommand::words);
            return 0;
        }
    }

    private static String words(JsonNode conflict) {
        return "#" + conflict.path("id").asLong() + "  "
                + conflict.path("system").asText() + " "
                + conflict.path("kind").asText() + " " + conflict.path("theirs").asText() + "  "
                + conflict.path("field").asText() + "  我们 " + conflict.path("ourValue") + "  对方 "
                + conflict.path("theirValue") + "  "
                + (conflict.path("winner").isNull()
                        ? "待定"
                        : conflict.path("winner").asText());
    }
}
