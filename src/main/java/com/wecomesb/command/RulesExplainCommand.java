package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.api.RuleExplanation;
import com.wecomesb.configuration.SnapshotBuilder.Built;
import com.wecomesb.rule.UnreadableFacts;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what the rules make of a message: by the files of a folder, or by a running bus where a stored contact is asked about. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Says which rules match a customer's text, which one acts, and which nearly did.")
final class RulesExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private OfflineConfiguration configuration;

    @Mixin
    private BusOptions options;

    @Mixin
    private DescribedMessage message;

    @Override
    public Integer call() {
        JsonNode request = message.request();
        if (message.needsTheBus()) {
            JsonNode answer = options.bus().post("/api/v1/rules/explain", request);
            options.print(answer, out -> tell(answer, out));
            return 0;
        }
        Built built = configuration.build();
        if (!built.mistakes().isEmpty()) {
            built.mistakes().forEach(mistake -> spec.commandLine().getErr().println(mistake));
            return CommandFailed.NOT_WELL;
        }
        try {
            JsonNode answer = RuleExplanation.of(built.checked(), request);
            options.print(answer, out -> tell(answer, out));
        } catch (UnreadableFacts unreadable) {
            throw CommandFailed.refused(String.valueOf(unreadable.getMessage()));
        }
        return 0;
    }

    private static void tell(JsonNode answer, PrintWriter out) {
        String candidates = RuleExplanation.candidates(answer);
        out.println(candidates.isEmpty() ? "候选 没有规则的词出现在这句话里" : "候选 " + candidates);
        answer.path("matched")
                .forEach(match -> out.println("命中 " + match.path("rule").asText() + "("
                        + match.path("priority").asInt() + "):"
                        + match.path("reason").asText()));
        answer.path("nearMisses")
                .forEach(miss -> out.println("差一点 " + miss.path("rule").asText() + ":"
                        + miss.path("failed").asText()));
        if (answer.has("note")) {
            out.println("结果 " + answer.path("note").asText());
        }
        answer.path("actions").forEach(action -> {
            String verb =
                    action.path("do").isTextual() ? " " + action.path("do").asText() : "";
            out.println("动作 " + action.path("kind").asText() + verb + " ["
                    + action.path("rule").asText() + "]");
            action.path("messages").forEach(text -> out.println("  " + text.asText()));
        });
    }
}
