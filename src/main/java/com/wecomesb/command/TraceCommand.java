package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Everything that one id has to do with, step by step. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Shows step by step what an event, MsgId, action, ticket, contact or conversation led to.")
final class TraceCommand implements Callable<Integer> {

    @Mixin
    private BusOptions options;

    @Parameters(paramLabel = "ID", description = "the id that is at hand")
    private String id;

    @Override
    public Integer call() {
        JsonNode answer = options.bus().get("/api/v1/trace/" + BusClient.encoded(id));
        options.print(answer, out -> {
            answer.path("links").forEach(link -> out.println(words(link)));
            for (JsonNode trace : answer.path("traces")) {
                out.println(trace.path("causality").asText());
                trace.path("steps")
                        .forEach(step -> out.println("  " + step.path("ms").asLong() + " ms  "
                                + step.path("what").asText() + "  "
                                + step.path("detail").asText()));
            }
        });
        return 0;
    }

    private static String words(JsonNode link) {
        return "联系人 " + link.path("contact").asText() + " 是 "
                + link.path("system").asText() + " 的 "
                + link.path("kind").asText() + " " + link.path("record").asText() + ",最后同步 "
                + link.path("synchronisedAt").asText() + (link.path("gone").asBoolean() ? ",那边已删除" : "");
    }
}
