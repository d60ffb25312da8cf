package com.wecomesb.rule;

import com.wecomesb.rule.LikenessMatching.Wrong;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What fuzzy keywords cost by the number of rules; prints the rows of {@code docs/benchmarks.md}. */
public final class LikenessBenchmark {

    private static final int[] SIZES = {100, 1_000, 10_000};

    private LikenessBenchmark() {}

    public static void main(String[] args) throws RunnerException {
        for (Wrong wrong : Wrong.values()) {
            for (int size : SIZES) {
                Options options = new OptionsBuilder()
                        .include(LikenessMatching.class.getName())
                        .param("wrong", wrong.name())
                        .param("rules", String.valueOf(size))
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.milliseconds(600))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.milliseconds(500))
                        .addProfiler(CpuProfiler.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build();
                for (RunResult result : new Runner(options).run()) {
                    System.out.printf(
                            "Fuzzy keywords, %s, %,d rules: %.1f µs of processor time%n",
                            wrong,
                            size,
                            result.getSecondaryResults().get(CpuProfiler.LABEL).getScore());
                }
            }
        }
    }
}
