package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.api.RuleExplanation;
import com.wecomesb.configuration.SnapshotBuilder.Built;
import com.wecomesb.document.Mistake;
import com.wecomesb.rule.RuleChecks;
import com.wecomesb.rule.RuleSet;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the files of a routes folder, and explains what its rules would do; needs no running bus. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Checks, explains, tries and publishes rules.",
        subcommands = {
            RuleLabCommands.Shadow.class,
            RuleLabCommands.Publish.class,
            RuleLabCommands.Versions.class,
            RuleLabCommands.Back.class
        })
final class RulesCommand implements Runnable {

    /** What Java makes of bytes that are none in the locale's encoding. */
    private static final char UNDECODABLE = '\uFFFD';

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "check, explain, shadow, publish, versions or back");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Lists all mistakes of all files with their lines; exit code 1 if there is one.")
    int check(
            @Mixin OfflineConfiguration configuration,
            @Option(names = "--json", description = "print as JSON") boolean json) {
        Built built = configuration.build();
        PrintWriter out = EsbCommand.out(spec);
        if (json) {
            out.println(BusOptions.text(asJson(built.mistakes())));
        } else {
            built.mistakes().forEach(out::println);
            built.unknown().forEach(path -> out.println(path + ": 不属于任何格式,没有作用"));
            if (built.mistakes().isEmpty()) {
                RuleChecks.of(built.checked().part(RuleSet.class)).forEach(finding -> out.println("注意 " + finding));
            }
            out.println(built.mistakes().isEmpty() ? "没有错误" : built.mistakes().size() + " 处错误");
        }
        out.flush();
        return built.mistakes().isEmpty() ? 0 : CommandFailed.NOT_WELL;
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description = "Says which rules match a customer's text, which one acts, and which nearly did.")
    int explain(
            @Mixin OfflineConfiguration configuration,
            @Parameters(paramLabel = "TEXT", description = "what the customer writes") String text,
            @Option(names = "--tag", paramLabel = "TAG", description = "a tag of the contact") List<String> tags,
            @Option(names = "--json", description = "print as JSON") boolean json) {
        if (text.indexOf(UNDECODABLE) >= 0) {
            throw CommandFailed.refused("the text arrives garbled: this shell's locale is not UTF-8 (LC_ALL=C.UTF-8)");
        }
        Built built = configuration.build();
        if (!built.mistakes().isEmpty()) {
            built.mistakes().forEach(mistake -> spec.commandLine().getErr().println(mistake));
            return CommandFailed.NOT_WELL;
        }
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("text", text);
        ArrayNode known = request.putObject("contact").putArray("tags");
        (tags == null ? List.<String>of() : tags).forEach(known::add);
        JsonNode answer = RuleExplanation.of(built.checked(), request);
        PrintWriter out = EsbCommand.out(spec);
        if (json) {
            out.println(BusOptions.text(answer));
        } else {
            tell(answer, out);
        }
        out.flush();
        return 0;
    }

    private static void tell(JsonNode answer, PrintWriter out) {
        answer.path("matched")
                .forEach(match -> out.println("命中 " + match.path("rule").asText() + "("
                        + match.path("priority").asInt() + "):"
                        + match.path("reason").asText()));
        answer.path("nearMisses")
                .forEach(miss -> out.println("差一点 " + miss.path("rule").asText() + ":"
                        + miss.path("failed").asText()));
        answer.path("actions").forEach(action -> {
            String verb =
                    action.path("do").isTextual() ? " " + action.path("do").asText() : "";
            out.println("动作 " + action.path("kind").asText() + verb + " ["
                    + action.path("rule").asText() + "]");
            action.path("messages").forEach(message -> out.println("  " + message.asText()));
        });
    }

    private static ArrayNode asJson(List<Mistake> mistakes) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        mistakes.forEach(mistake -> all.addObject()
                .put("file", mistake.file())
                .put("line", mistake.line())
                .put("column", mistake.column())
                .put("message", mistake.message()));
        return all;
    }
}
