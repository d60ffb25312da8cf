package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Contacts that are one: the commands below {@code identity}. */
final class MergeCommands {

    private static final String PATH = IdentityCommand.PATH + "/merges";

    private MergeCommands() {}

    @Command(name = "merge", mixinStandardHelpOptions = true, description = "Makes two contacts one.")
    static final class Merge implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Parameters(index = "0", paramLabel = "WINNER", description = "the contact that is left")
        private String winner;

        @Parameters(index = "1", paramLabel = "LOSER", description = "the contact that becomes the other")
        private String loser;

        @Option(names = "--reason", defaultValue = "", description = "for those who see it")
        private String reason;

        @Option(names = "--by", description = "who decides")
        private @Nullable String by;

        @Override
        public Integer call() {
            ObjectNode pair = JsonNodeFactory.instance
                    .objectNode()
                    .put("winner", winner)
                    .put("loser", loser)
                    .put("reason", reason)
                    .put("by", by);
            JsonNode merge = options.bus().post(PATH, pair);
            options.print(merge, out -> out.println(words(merge)));
            return 0;
        }
    }

    @Command(name = "merges", mixinStandardHelpOptions = true, description = "The newest first.")
    static final class Merges implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Override
        public Integer call() {
            JsonNode merges = options.bus().get(PATH);
            options.print(merges, out -> merges.path("items").forEach(merge -> out.println(words(merge))));
            return 0;
        }
    }

    @Command(name = "unmerge", mixinStandardHelpOptions = true, description = "Takes a merge back.")
    static final class Unmerge implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Parameters(paramLabel = "ID", description = "the number of the merge")
        private long id;

        @Option(names = "--by", description = "who decides")
        private @Nullable String by;

        @Override
        public Integer call() {
            JsonNode merge = options.bus()
                    .post(
                            PATH + "/" + id + "/undo",
                            JsonNodeFactory.instance.objectNode().put("by", by));
            options.print(merge, out -> out.println(words(merge)));
            return 0;
        }
    }

    private static String words(JsonNode merge) {
        return "#" + merge.path("id").asLong() + "  " + merge.path("loser").asText() + " → "
                + merge.path("winner").asText() + "  " + merge.path("certainty").asDouble() + "  "
                + merge.path("reason").asText() + "  " + merge.path("by").asText() + "  "
                + merge.path("at").asText() + (merge.path("undoneAt").isNull() ? "" : "  已拆开");
    }
}
