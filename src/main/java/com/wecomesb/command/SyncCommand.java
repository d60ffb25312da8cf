package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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

    static final String PATH = "/api/v1/sync/jobs";
    private static final int SHOWN = 100;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "load, reconcile, jobs or stop");
    }

    @Command(
            name = "load",
            mixinStandardHelpOptions = true,
            description = "Imports all records of a kind; goes on where it was when it was stopped or killed.")
    static final class Load implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Mixin
        private SyncOrder order;

        @Override
        public Integer call() throws InterruptedException {
            return SyncOrder.follow(options, order, options.bus().post(PATH, order.order("load", false)));
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
        private SyncOrder order;

        @Option(names = "--repair", description = "mend what differs, by the sync rules")
        private boolean repair;

        @Override
        public Integer call() throws InterruptedException {
            JsonNode begun = options.bus().post(PATH, order.order("reconcile", repair));
            int exitCode = SyncOrder.follow(options, order, begun);
            if (exitCode != 0 || order.isLeftToTheBus()) {
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
            options.print(jobs, out -> jobs.path("items").forEach(job -> out.println(SyncOrder.words(job))));
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
            options.print(job, out -> out.println(SyncOrder.words(job)));
            return 0;
        }
    }
}
