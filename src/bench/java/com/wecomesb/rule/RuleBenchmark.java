package com.wecomesb.rule;

import com.wecomesb.rule.RuleMatching.Peer;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs everything and prints the tables of {@code docs/benchmarks.md}. An argument restricts the run to one peer beside ours. */
public final class RuleBenchmark {

    private static final int[] SIZES = {100, 1_000, 10_000, 100_000};

    private RuleBenchmark() {}

    public static void main(String[] args) throws RunnerException {
        List<Peer> only = args.length == 0 ? List.of(Peer.values()) : List.of(args).stream().map(Peer::valueOf).toList();
        RuleTable first = new RuleTable("First rule by priority", SIZES);
        RuleTable all = new RuleTable("All matching rules", SIZES);
        for (Peer peer : List.of(Peer.INDEX, Peer.LINEAR, Peer.WXJAVA, Peer.CAMEL)) {
            run(only, peer, "first", first, peer == Peer.CAMEL ? 3 : 4);
        }
        for (Peer peer : List.of(Peer.INDEX, Peer.HYPERSCAN, Peer.LUCENE, Peer.LINEAR, Peer.WXJAVA)) {
            run(only, peer, "all", all, 4);
        }
        first.print();
        all.print();
    }

    private static void run(List<Peer> only, Peer peer, String method, RuleTable table, int sizes) throws RunnerException {
        for (int i = 0; i < sizes && only.contains(peer); i++) {
            Options options = new OptionsBuilder()
                    .include(RuleMatching.class.getName() + "." + method)
                    .param("peer", peer.name())
                    .param("rules", String.valueOf(SIZES[i]))
                    .forks(1)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.milliseconds(600))
                    .measurementIterations(4)
                    .measurementTime(TimeValue.milliseconds(500))
                    .jvmArgsAppend("-Xms2g", "-Xmx4g", "-XX:+UseSerialGC")
                    .addProfiler(CpuProfiler.class)
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build();
            for (RunResult result : new Runner(options).run()) {
                table.add(peer, i, result);
            }
        }
    }
}
