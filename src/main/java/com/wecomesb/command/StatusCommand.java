package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What waits, what is closed and what went wrong. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows what waits, what is paused, what went wrong.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private BusOptions options;

    @Override
    public Integer call() {
        JsonNode status = options.bus().get("/api/v1/status");
        options.print(status, out -> {
            out.println("配置 " + status.path("snapshot").asText()
                    + (status.path("drained").asBoolean() ? ",已排空" : ""));
            if (!status.path("simulated").isEmpty()) {
                out.println("模拟系统 " + status.path("simulated"));
            }
            status.path("waiting")
                    .forEach(queue -> out.println(queue.path("kind").asText() + " 等待 "
                            + queue.path("count").asLong() + ",最久 "
                            + queue.path("oldestSeconds").asLong() + " 秒"));
            status.path("gates")
                    .forEach(gate -> out.println(gate.path("kind").asText() + " "
                            + gate.path("scope").asText() + " "
                            + gate.path("reason").asText()));
            out.println("死信 " + status.path("deadLetters").asLong() + ",等 Kafka 的事件 "
                    + status.path("inbox").asLong());
            status.path("mistakes")
                    .forEach(mistake -> out.println(mistake.path("text").asText()));
            status.path("waitingForRestart").forEach(file -> out.println(file.asText() + " 改过了,重启后生效"));
        });
        return status.path("mistakes").isEmpty() ? 0 : CommandFailed.NOT_WELL;
    }
}
