package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who is who. */
@Command(
        name = "identity",
        mixinStandardHelpOptions = true,
        description = "Reports who was recognised, asks and merges.",
        subcommands = {
            IdentityCommand.Report.class,
            IdentityCommand.Reviews.class,
            IdentityCommand.Decide.class,
            MergeCommands.Merge.class,
            MergeCommands.Merges.class,
            MergeCommands.Unmerge.class
        })
final class IdentityCommand implements Runnable {

    static final String PATH = "/api/v1/identity";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "report, reviews, decide, merge, merges or unmerge");
    }

    @Command(
            name = "report",
            mixinStandardHelpOptions = true,
            description = "Matched, created, ambiguous and lost shares of each system.")
    static final class Report implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Override
        public Integer call() {
            JsonNode report = options.bus().get(PATH + "/report");
            options.print(report, out -> {
                report.path("systems").forEach(line -> out.println(words(line)));
                out.println("合并 " + report.path("merged").asLong() + ",疑似同一个人 "
                        + report.path("twins").asLong() + " 对");
            });
            return 0;
        }

        private static String words(JsonNode line) {
            JsonNode counts = line.path("counts");
            return counts.path("system").asText() + " " + counts.path("kind").asText() + "  共 "
                    + counts.path("records").asLong() + part(line, "matched", "认出")
                    + part(line, "created", "新建") + part(line, "ambiguous", "待判断") + part(line, "lost", "无主");
        }

        private static String part(JsonNode line, String name, String words) {
            return String.format(
                    Locale.ROOT,
                    "  %s %d (%.1f%%)",
                    words,
                    line.path("counts").path(name).asLong(),
                    100 * line.path("shares").path(name).asDouble());
        }
    }

    @Command(name = "reviews", mixinStandardHelpOptions = true, description = "What waits for a person.")
    static final class Reviews implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Override
        public Integer call() {
            JsonNode reviews = options.bus().get(PATH + "/reviews");
            options.print(reviews, out -> {
                reviews.path("items").forEach(review -> print(review, out));
                if (reviews.path("items").isEmpty()) {
                    out.println("没有要判断的");
                }
            });
            return 0;
        }

        private static void print(JsonNode review, PrintWriter out) {
            String subject = review.path("system").isTextual()
                    ? review.path("system").asText() + " " + review.path("kind").asText() + " "
                            + review.path("remoteId").asText()
                    : review.path("contact").asText();
            out.println("#" + review.path("id").asLong() + "  " + subject);
            review.path("candidates")
                    .forEach(candidate ->
                            out.println("    " + candidate.path("contact").asText() + "  "
                                    + candidate.path("certainty").asDouble() + "  "
                                    + candidate.path("by").asText()));
        }
    }

    @Command(name = "decide", mixinStandardHelpOptions = true, description = "Says who it is.")
    static final class Decide implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Mixin
        private DecisionOptions decision;

        @Parameters(index = "1", paramLabel = "ANSWER", description = "same, new or different")
        private String answer;

        @Option(names = "--contact", description = "which candidate, with same")
        private @Nullable String contact;

        @Override
        public Integer call() {
            decision.decide(
                    options,
                    PATH + "/reviews",
                    JsonNodeFactory.instance.objectNode().put("is", answer).put("contact", contact),
                    review -> "#" + review.path("id").asLong() + "  "
                            + review.path("state").asText());
            return 0;
        }
    }
}
