package com.wecomesb.rule;

import com.wecomesb.rule.RuleMatching.Peer;
import java.util.EnumMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/** Microseconds by engine and number of rules, and how many times ours each of them takes. */
final class RuleTable {

    private final String title;
    private final int[] sizes;
    private final Map<Peer, double[]> micros = new EnumMap<>(Peer.class);
    private final double[] bytes;

    RuleTable(String title, int[] sizes) {
        this.title = title;
        this.sizes = sizes;
        this.bytes = new double[sizes.length];
    }

    void add(Peer peer, int size, RunResult result) {
        double cpu = result.getSecondaryResults().get(CpuProfiler.LABEL).getScore();
        micros.computeIfAbsent(peer, any -> new double[sizes.length])[size] = cpu;
        System.out.printf(
                "%s, %s, %,d rules: %.2f µs of processor time (%.2f by the clock)%n",
                title, peer, sizes[size], cpu, result.getPrimaryResult().getScore());
        if (peer == Peer.INDEX) {
            bytes[size] = result.getSecondaryResults().entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                    .mapToDouble(entry -> entry.getValue().getScore())
                    .findFirst()
                    .orElse(0);
        }
    }

    void print() {
        System.out.printf("%n%s, µs of processor time for a message (times ours)%n%n| rules |", title);
        for (int size : sizes) {
            System.out.printf(" %,d |", size);
        }
        System.out.printf("%n|---|%s%n", "---:|".repeat(sizes.length));
        micros.forEach(this::print);
        System.out.print("| bytes allocated by ours |");
        for (double each : bytes) {
            System.out.printf(" %.0f |", each);
        }
        System.out.println();
    }

    private void print(Peer peer, double[] values) {
        System.out.printf("| %s |", peer.name().toLowerCase(java.util.Locale.ROOT));
        double[] ours = micros.getOrDefault(Peer.INDEX, new double[sizes.length]);
        for (int i = 0; i < sizes.length; i++) {
            System.out.print(
                    values[i] == 0
                            ? " – |"
                            : peer == Peer.INDEX
                                    ? " %.2f |".formatted(values[i])
                                    : " %.1f (%.1f) |".formatted(values[i], values[i] / ours[i]));
        }
        System.out.println();
    }
}
