package com.wecomesb.rule;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One message against rules, by engine. An engine that answers otherwise than the linear scan is not measured.
 * {@link RuleBenchmark} runs it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RuleMatching {

    private static final int MESSAGES = 1024;
    private static final int CHECKED = 150;

    /** What is compared. */
    public enum Peer {
        INDEX(IndexedRules::new),
        LINEAR(LinearScan::new),
        WXJAVA(WxJavaRules::new),
        CAMEL(CamelChoice::new),
        LUCENE(LuceneMonitor::new),
        HYPERSCAN(HyperscanRules::new);

        private final Function<List<Case>, Engine> of;

        Peer(Function<List<Case>, Engine> of) {
            this.of = of;
        }
    }

    @Param("INDEX")
    private Peer peer;

    @Param("10000")
    private int rules;

    private List<Message> messages;
    private final Found found = new Found();
    private Engine engine;
    private Engine scan;
    private int next;

    @Setup
    public void prepare() {
        RuleCorpus corpus = new RuleCorpus();
        List<Case> cases = corpus.rules(rules);
        messages = corpus.messages(MESSAGES);
        engine = peer.of.apply(cases);
        scan = new LinearScan(cases);
    }

    @TearDown
    public void close() throws Exception {
        engine.close();
    }

    private Message message() {
        next = (next + 1) % MESSAGES;
        return messages.get(next);
    }

    /** The preparation of {@link #first}. */
    @State(Scope.Benchmark)
    public static class SameFirst {

        @Setup
        public void check(RuleMatching matching) {
            for (Message message : matching.messages.subList(0, CHECKED)) {
                int expected = matching.scan.first(message);
                int answered = matching.engine.first(message);
                if (answered != expected) {
                    throw new IllegalStateException(
                            "%s answers %d and the scan %d to %s".formatted(matching.peer, answered, expected, message.text()));
                }
            }
        }
    }

    /** The preparation of {@link #all}. */
    @State(Scope.Benchmark)
    public static class SameAll {

        @Setup
        public void check(RuleMatching matching) {
            Found expected = new Found();
            for (Message message : matching.messages.subList(0, CHECKED)) {
                expected.clear();
                matching.scan.all(message, expected);
                matching.found.clear();
                matching.engine.all(message, matching.found);
                if (!Arrays.equals(expected.sorted(), matching.found.sorted())) {
                    throw new IllegalStateException("%s answers %s and the scan %s to %s"
                            .formatted(
                                    matching.peer,
                                    Arrays.toString(matching.found.sorted()),
                                    Arrays.toString(expected.sorted()),
                                    message.text()));
                }
            }
        }
    }

    @Benchmark
    public int first(SameFirst checked) {
        return engine.first(message());
    }

    @Benchmark
    public int all(SameAll checked) {
        found.clear();
        engine.all(message(), found);
        return found.count();
    }

    /** Everything that is stored with an event: all that match and why, what acts, the near misses. */
    @Benchmark
    public Verdict explained() {
        return ((IndexedRules) engine).rules().decide(message().facts());
    }
}
