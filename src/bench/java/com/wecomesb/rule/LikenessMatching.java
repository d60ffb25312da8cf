package com.wecomesb.rule;

import com.hankcs.hanlp.HanLP;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One message against rules all of whose keywords are fuzzy, by what is wrong with the message. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LikenessMatching {

    private static final int MESSAGES = 1024;

    /** What is done to the messages of the corpus. */
    public enum Wrong {
        /** One character in eight is left out. */
        TYPOS,
        /** Three characters in a row are written in Latin letters. */
        PINYIN
    }

    @Param("TYPOS")
    private Wrong wrong;

    @Param("10000")
    private int rules;

    private final Random random = new Random(20261122);
    private final List<Facts> messages = new ArrayList<>();
    private RuleSet index;
    private int next;

    @Setup
    public void prepare() {
        RuleCorpus corpus = new RuleCorpus();
        StringBuilder file = new StringBuilder("rules:\n");
        for (Case each : corpus.rules(rules)) {
            file.append("- {id: %s, priority: %d, when: {keywords: {any: %s, mode: fuzzy}}, then: [{reply: x}]}%n"
                    .formatted(each.id(), each.priority(), each.words()));
        }
        Mistakes mistakes = new Mistakes();
        index = IndexedRules.read(List.of(
                YamlFile.read("rules/fuzzy.yaml", file.toString(), mistakes).orElseThrow()));
        for (Message message : corpus.messages(MESSAGES)) {
            messages.add(DescribedFacts.text(wrong == Wrong.TYPOS ? mistyped(message.text()) : spelled(message.text())));
        }
    }

    private String mistyped(String text) {
        StringBuilder mistyped = new StringBuilder();
        text.chars().filter(c -> random.nextInt(8) > 0).forEach(c -> mistyped.append((char) c));
        return mistyped.toString();
    }

    private String spelled(String text) {
        int from = random.nextInt(Math.max(1, text.length() - 3));
        int to = Math.min(text.length(), from + 3);
        return text.substring(0, from)
                + HanLP.convertToPinyinString(text.substring(from, to), "", false)
                + text.substring(to);
    }

    private Facts message() {
        next = (next + 1) % MESSAGES;
        return messages.get(next);
    }

    @Benchmark
    public int first() {
        return index.index().search(message()).nextMatch();
    }
}
