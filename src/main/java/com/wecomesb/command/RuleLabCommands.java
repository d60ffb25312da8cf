package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The commands of the rule lab, by a running bus. */
final class RuleLabCommands {

    private static final String PATH = "/api/v1/rules";

    private RuleLabCommands() {}

    /** Who publishes or goes back, and why. */
    static final class Signature {

        @Option(names = "--author", required = true, description = "who does it, for those who ask later")
        private String author;

        @Option(names = "--reason", required = true, description = "what for")
        private String reason;

        void sign(ObjectNode body) {
            body.put("author", author).put("reason", reason);
        }
    }

    /** Tries. */
    @Command(
            name = "shadow",
            mixinStandardHelpOptions = true,
            description = "Tries changed rules on the stored events of the last days, message by message.")
    static final class Shadow implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Mixin
        private LabFiles files;

        @Option(names = "--days", defaultValue = "7", description = "how many days back")
        private int days;

        @Option(names = "--most", defaultValue = "5000", description = "events at most, the newest ones")
        private int most;

        @Option(names = "--show", defaultValue = "50", description = "differences at most")
        private int show;

        @Override
        public Integer call() throws IOException {
            ObjectNode body = files.read().put("days", days).put("most", most).put("show", show);
            JsonNode answer = options.bus().post(PATH + "/shadow", body);
            options.print(answer, out -> LabWords.trial(answer, out));
            return answer.path("mistakes").isEmpty() ? 0 : CommandFailed.NOT_WELL;
        }
    }

    /** Publishes. */
    @Command(
            name = "publish",
            mixinStandardHelpOptions = true,
            description = "Checks everything, writes the files and puts them in force; the version is kept.")
    static final class Publish implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Mixin
        private LabFiles files;

        @Mixin
        private Signature signature;

        @Option(
                names = "--days",
                defaultValue = "7",
                description = "over how many days to count changed decisions for the version; 0: none")
        private int days;

        @Override
        public Integer call() throws IOException {
            ObjectNode body = files.read().put("days", days);
            signature.sign(body);
            return published(options, options.bus().post(PATH + "/publish", body));
        }
    }

    /** Lists. */
    @Command(name = "versions", mixinStandardHelpOptions = true, description = "What was in force, the newest first.")
    static final class Versions implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Option(names = "--limit", defaultValue = "20", description = "1 to 200")
        private int limit;

        @Override
        public Integer call() {
            JsonNode answer = options.bus().get(PATH + "/versions?limit=" + limit);
            options.print(answer, out -> answer.path("items").forEach(version -> LabWords.version(version, out)));
            return 0;
        }
    }

    /** Goes back. */
    @Command(
            name = "back",
            mixinStandardHelpOptions = true,
            description = "Goes back to the version before the one in force; once more, to the one before that.")
    static final class Back implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Mixin
        private Signature signature;

        @Option(names = "--to", paramLabel = "N", description = "to the version of this number instead")
        private @Nullable Long number;

        @Override
        public Integer call() {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            signature.sign(body);
            String which = number == null ? "previous" : number.toString();
            return published(options, options.bus().post(PATH + "/versions/" + which + "/restore", body));
        }
    }

    private static int published(BusOptions options, JsonNode answer) {
        options.print(answer, out -> LabWords.published(answer, out));
        return answer.path("mistakes").isEmpty() ? 0 : CommandFailed.NOT_WELL;
    }
}
