package com.wecomesb.rule;

import com.wecomesb.document.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * How long a set of rules takes to compile, what it holds in memory, and what messages feel of it when it is compiled
 * again and again beside them: one thread asks 2,000 times a second, another one compiles and swaps.
 */
public final class ReloadBenchmark {

    private static final int PER_SECOND = 2_000;
    private static final int ROUNDS = 8;

    private ReloadBenchmark() {}

    public static void main(String[] args) throws InterruptedException {
        for (int size : new int[] {10_000, 100_000}) {
            RuleCorpus corpus = new RuleCorpus();
            List<Case> cases = corpus.rules(size);
            List<Message> messages = corpus.messages(2_000);
            List<YamlNode> files = IndexedRules.files(cases);
            long[] millis = compile(files);
            System.out.printf(
                    "%,d rules: compiled in %d ms (median of %d; the first, cold, %d), %d MB held%n",
                    size, sorted(millis)[ROUNDS / 2], ROUNDS, millis[0], held(cases));
            feel(size, files, messages, false);
            feel(size, files, messages, true);
        }
    }

    private static long[] compile(List<YamlNode> files) {
        long[] millis = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            IndexedRules.read(files);
            millis[i] = (System.nanoTime() - start) / 1_000_000;
        }
        return millis;
    }

    private static long[] sorted(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static long held(List<Case> cases) {
        long before = used();
        RuleSet rules = IndexedRules.read(IndexedRules.files(cases));
        long after = used();
        return rules.rules().isEmpty() ? 0 : (after - before) >> 20;
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void feel(int size, List<YamlNode> files, List<Message> messages, boolean reloads)
            throws InterruptedException {
        AtomicReference<RuleSet> rules = new AtomicReference<>(IndexedRules.read(files));
        AtomicBoolean going = new AtomicBoolean(true);
        Thread loader = new Thread(() -> {
            while (going.get()) {
                rules.set(IndexedRules.read(files));
            }
        });
        if (reloads) {
            loader.start();
        }
        Histogram micros = ask(rules, messages);
        going.set(false);
        loader.join();
        System.out.printf(
                "%,d rules, %s: P50 %d µs, P99 %d µs, P99.9 %d µs from due to decided%n",
                size,
                reloads ? "compiled again without a pause" : "left alone",
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(99),
                micros.getValueAtPercentile(99.9));
    }

    private static Histogram ask(AtomicReference<RuleSet> rules, List<Message> messages) {
        Histogram micros = new Histogram(3);
        long start = System.nanoTime();
        for (int i = 0; i < 10 * PER_SECOND; i++) {
            long due = start + i * 1_000_000_000L / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            rules.get().acting(messages.get(i % messages.size()).facts());
            if (i > 2 * PER_SECOND) {
                micros.recordValue((System.nanoTime() - due) / 1000);
            }
        }
        return micros;
    }
}
