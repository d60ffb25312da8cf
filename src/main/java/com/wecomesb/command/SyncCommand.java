package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** First loads and comparisons, which the running bus works on. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Imports everything of a system, or compares both sides.",
        subcommands = {
            SyncCommand.Load.class,
            SyncCommand.Reconcile.class,
            SyncCommand.Jobs.class,
            SyncCommand.Stop.class
        })
final class SyncCommand implements Runnable {

    private static final String PATH = "/api/v1/sync/jobs";
    private static final long LOOK_EVERY_MILLIS = 1000;
    private static final int SHOWN = 100;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "load, reconcile, jobs or stop");
    }

    /** What both kinds of jobs are told. */
    static final class Order {

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
                    .put("repair", repair);
        }
    }

    @Command(
            name = "load",
            mixinStandardHelpOptions = true,
            description = "Imports all records of a kind; goes on where it was when it was stopped or killed.")
    static final class Load implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Mixin
        private Order order;

        @Override
        public Integer call() throws InterruptedException {
            return follow(options, order, options.bus().post(PATH, order.order("load", false)));
        }
    }

    @Command(
            name = "reconcile",
            mixinStandardHelpOptions = true,
            description = "Compares both sides; exit code 1 when something differs and is not repaired.")
    static final class Reconcile implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Mixin
        private Order order;

        @Option(names = "--repair", description = "mend what differs, by the sync rules")
        private boolean repair;

        @Override
        public Integer call() throws InterruptedException {
            JsonNode begun = options.bus().post(PATH, order.order("reconcile", repair));
            int exitCode = follow(options, order, begun);
            if (exitCode != 0 || order.noWait) {
                return exitCode;
            }
            JsonNode found = options.bus().get(PATH + "/" + begun.path("id").asLong() + "/differences?limit=" + SHOWN);
            options.print(found, out -> {
                found.path("items").forEach(one -> out.println(difference(one)));
                if (found.path("items").isEmpty()) {
                    out.println("两边一致");
                } else if (!found.path("next").isNull()) {
                    out.println("…(只列出前 " + SHOWN + " 条)");
                }
            });
            return repair || found.path("items").isEmpty() ? 0 : 1;
        }

        private static String difference(JsonNode one) {
            List<String> fields = new ArrayList<>();
            one.path("fields").forEach(field -> fields.add(field.asText()));
            return one.path("what").asText() + "  " + one.path("theirs").asText() + "  "
                    + one.path("ours").asText("-") + "  " + String.join(",", fields)
                    + (one.path("repaired").asBoolean() ? "  已修复" : "");
        }
    }

    @Command(name = "jobs", mixinStandardHelpOptions = true, description = "The newest first.")
    static final class Jobs implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Override
        public Integer call() {
            JsonNode jobs = options.bus().get(PATH);
            options.print(jobs, out -> jobs.path("items").forEach(job -> out.println(words(job))));
            return 0;
        }
    }

    @Command(name = "stop", mixinStandardHelpOptions = true, description = "Stops a job; beginning it again goes on.")
    static final class Stop implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Parameters(paramLabel = "ID", description = "the number of the job")
        private long id;

        @Override
        public Integer call() {
            JsonNode job = options.bus().delete(PATH + "/" + id);
            options.print(job, out -> out.println(words(job)));
            return 0;
        }
    }

    /** Shows how far the job is until it ends; the bus goes on with it whether anybody looks or not. */
    private static int follow(BusOptions options, Order order, JsonNode begun) throws InterruptedException {
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
            job = options.bus().get(PATH + "/" + begun.path("id").asLong());
        }
        if (options.isJson()) {
            options.print(job, out -> {});
        }
        return order.noWait || job.path("state").asText().equals("DONE") ? 0 : 1;
    }

    private static String words(JsonNode job) {
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
