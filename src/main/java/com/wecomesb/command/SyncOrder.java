package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What first loads and comparisons are told, and how they are followed. */
final class SyncOrder {

    private static final long LOOK_EVERY_MILLIS = 1000;

    @Parameters(index = "0", paramLabel = "SYSTEM", description = "the name of esb.systems")
    private String system;

    @Parameters(index = "1", paramLabel = "KIND", description = "contact, order or ticket")
    private String kind;

    @Option(
            names = "--rate",
            paramLabel = "CALLS",
            description = "at most so many calls a second; 0 for as many as the connector allows")
    private @Nullable Integer rate;

    @Option(names = "--page", paramLabel = "RECORDS", description = "records asked for at once")
    private @Nullable Integer page;

    @Option(names = "--parts", paramLabel = "LISTS", description = "lists that are read side by side")
    private @Nullable Integer parts;

    @Option(names = "--fresh", description = "begin from the start, not where the last one stopped or failed")
    private boolean fresh;

    @Option(names = "--no-wait", description = "leave the bus to it")
    private boolean noWait;

    ObjectNode order(String task, boolean repair) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("task", task)
                .put("system", system)
                .put("kind", kind)
                .put("pageSize", page)
                .put("parts", parts)
                .put("callsPerSecond", rate)
                .put("repair", repair)
                .put("fresh", fresh);
    }

    boolean isLeftToTheBus() {
        return noWait;
    }

    /** Shows how far the job is until it ends; the bus goes on with it whether anybody looks or not. */
    static int follow(BusOptions options, SyncOrder order, JsonNode begun) throws InterruptedException {
        JsonNode job = begun;
        String shown = "";
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            String words = words(job);
            if (!options.isJson() && !words.equals(shown)) {
                PrintWriter out = options.out();
                out.println(words);
                out.flush();
                shown = words;
            }
            if (order.noWait || !job.path("state").asText().equals("RUNNING")) {
                break;
            }
            never.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            job = options.bus().get(SyncCommand.PATH + "/" + begun.path("id").asLong());
        }
        if (options.isJson()) {
            options.print(job, out -> {});
        }
        return order.noWait || job.path("state").asText().equals("DONE") ? 0 : 1;
    }

    static String words(JsonNode job) {
        StringBuilder counts = new StringBuilder();
        job.path("counts")
                .fields()
                .forEachRemaining(count -> counts.append("  ")
                        .append(count.getKey())
                        .append(' ')
                        .append(count.getValue().asLong()));
        String reason = job.path("reason").asText("");
        return "#" + job.path("id").asLong() + "  " + job.path("task").asText() + "  "
                + job.path("system").asText() + " " + job.path("kind").asText() + "  "
                + job.path("state").asText() + counts
                + (reason.isEmpty() || reason.equals("null") ? "" : "  " + reason);
    }
}
