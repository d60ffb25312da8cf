package com.wecomesb.rule;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import com.wecomesb.rule.RuleCorpus.Case;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import me.chanjar.weixin.cp.message.WxCpMessageRouter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Microseconds for one message, by the number of rules: the index beside a scan of every rule and beside WxJava's router.
 * The preparation refuses to measure an index that answers otherwise than the scan.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class RuleIndexBenchmark {

    private static final int MESSAGES = 1000;
    private static final int CHECKED = 100;
    private static final int RULES_IN_A_FILE = 10_000;

    @Param({"100", "1000", "10000", "100000"})
    private int rules;

    private final List<Facts> facts = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private RuleSet index;
    private LinearScan scan;
    private WxCpMessageRouter router;
    private String routed = "none";
    private int next;

    @Setup
    public void prepare() {
        RuleCorpus corpus = new RuleCorpus();
        List<Case> cases = corpus.rules(rules);
        for (String text : corpus.messages(MESSAGES)) {
            Facts message = DescribedFacts.of(
                    new ObjectMapper().valueToTree(Map.of("text", text, "event", Map.of("account", "A"))));
            facts.add(message);
            texts.add(message.normalizedText());
        }
        index = read(cases);
        scan = new LinearScan(cases);
        router = router(cases);
        for (int i = 0; i < CHECKED; i++) {
            check(i);
        }
    }

    private static RuleSet read(List<Case> cases) {
        Mistakes mistakes = new Mistakes();
        List<YamlNode> files = new ArrayList<>();
        for (int from = 0; from < cases.size(); from += RULES_IN_A_FILE) {
            StringBuilder text = new StringBuilder("rules:\n");
            cases.subList(from, Math.min(cases.size(), from + RULES_IN_A_FILE)).forEach(rule -> text.append(rule.yaml()));
            YamlFile.read("rules/f" + from + ".yaml", text.toString(), mistakes).ifPresent(files::add);
        }
        RuleSet rules = RuleSet.read(files, mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(mistakes.list().get(0).toString());
        }
        return rules;
    }

    private WxCpMessageRouter router(List<Case> cases) {
        WxCpMessageRouter made = new WxCpMessageRouter(new WxCpServiceImpl());
        made.setMessageDuplicateChecker(id -> false);
        cases.stream().sorted(Comparator.comparingInt(Case::priority).reversed()).forEach(rule -> {
            var line = made.rule().async(false).rContent(rule.regex());
            (rule.account().isEmpty() ? line : line.fromUser(rule.account()))
                    .handler((message, context, service, sessions) -> {
                        routed = rule.id();
                        return null;
                    })
                    .end();
        });
        return made;
    }

    private void check(int message) {
        Verdict verdict = index.decide(facts.get(message));
        List<String> found = verdict.matched().stream().map(match -> match.rule().id()).toList();
        List<String> expected = scan.all(texts.get(message), "A");
        String acting = verdict.acting().isEmpty() ? "none" : found.get(0);
        next = message;
        if (!found.equals(expected) || !acting.equals(wxJavaRouterFirst())) {
            throw new IllegalStateException("The index answers " + found + " and the scan " + expected);
        }
    }

    @TearDown
    public void stop() {
        router.shutDownExecutorService();
    }

    private int message() {
        next = next + 1 == MESSAGES ? 0 : next + 1;
        return next;
    }

    /** The rule that acts. */
    @Benchmark
    public int indexFirst() {
        return index.index().search(facts.get(message())).first();
    }

    /** All rules that match. */
    @Benchmark
    public int[] indexAll() {
        RuleIndex.Search search = index.index().search(facts.get(message()));
        Ranks matching = new Ranks();
        search.candidates(rank -> {
            if (search.failures(rank, 1) == 0) {
                matching.add(rank);
            }
            return RuleIndex.NONE;
        });
        return matching.sorted();
    }

    /** Everything that is stored with an event: all that match and why, what acts, the near misses. */
    @Benchmark
    public Verdict indexDecide() {
        return index.decide(facts.get(message()));
    }

    @Benchmark
    public String linearFirst() {
        return scan.first(texts.get(message()), "A");
    }

    @Benchmark
    public List<String> linearAll() {
        return scan.all(texts.get(message()), "A");
    }

    @Benchmark
    public String wxJavaRouterFirst() {
        WxCpXmlMessage message = new WxCpXmlMessage();
        message.setContent(texts.get(next));
        message.setFromUserName("A");
        message();
        routed = "none";
        router.route(message);
        return routed;
    }

    /** What it takes to bring the rules into the index, once they are read. */
    @Benchmark
    public RuleIndex indexBuild() {
        return new RuleIndex(index.rules(), index.index().terms());
    }
}
