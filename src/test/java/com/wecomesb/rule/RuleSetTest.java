package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetTest {

    private static final String RETURNS = """
            event: wecom.message.received
            vocabularies:
              退货: [退货, 退款]
              不要退: [不退了, 不想退]
            rules:
              - id: refund
                priority: 100
                when:
                  keywords: {any: [$退货], except: [$不要退, 退群]}
                unless: {tag: 黑名单}
                then: [{reply: refund-how-to}]
              - id: greeting
                priority: 10
                when: {keywords: {any: [你好]}}
                then: [{reply: hello}]
              - id: note
                priority: 1
                also: true
                when: {keywords: {any: [你好]}}
                then: [{reply: never-sent}, {crm: {do: contact-upsert}}]
            """;

    @ParameterizedTest
    @CsvSource({
        "我想退货, refund",
        "我想退 货, none",
        "我想退貨, refund",
        "我想退\u200b货, refund",
        "我不想退货, none",
        "退货怎么退群, none",
        "你好, greeting",
        "ＲＥＦＵＮＤ, none"
    })
    void theHighestPriorityThatMatchesActs(String text, String rule) {
        assertThat(RuleFiles.acting(RuleFiles.read(RETURNS), text)).isEqualTo(rule);
    }

    @Test
    void anotherActsBesideItOnlyWhenItSaysSo() {
        // When
        Verdict verdict = RuleFiles.read(RETURNS).decide(DescribedFacts.text("你好,我想退货"));
        // Then
        assertThat(RuleFiles.ids(verdict.acting())).containsExactly("refund", "note");
        assertThat(RuleFiles.ids(verdict.matched())).containsExactly("refund", "greeting", "note");
    }

    @Test
    void amongEqualPrioritiesTheOrderOfTheFilesDecides() {
        // Given
        Mistakes mistakes = new Mistakes();
        List<YamlNode> files = List.of(
                RuleFiles.file("a", "rules: [{id: one, when: {keywords: 好}, then: [{reply: x}]}]"),
                RuleFiles.file("b", "rules: [{id: two, when: {keywords: 好}, then: [{reply: x}]}]"));
        // When
        RuleSet rules = RuleSet.read(files, mistakes);
        // Then
        assertThat(RuleFiles.acting(rules, "好")).isEqualTo("one");
    }

    @Test
    void aRuleReactsToItsEventsOnly() {
        // Given
        RuleSet rules = RuleFiles.read("""
                rules:
                  - {id: welcome, event: [wecom.contact.added, wecom.group.*], then: [{reply: x}]}
                """);
        // When
        List<Match> added = rules.acting(RuleFiles.facts("{event: {type: wecom.contact.added}}"));
        List<Match> joined = rules.acting(RuleFiles.facts("{event: {type: wecom.group.joined}}"));
        List<Match> message = rules.acting(DescribedFacts.text("你好"));
        // Then
        assertThat(RuleFiles.ids(added)).containsExactly("welcome");
        assertThat(RuleFiles.ids(joined)).containsExactly("welcome");
        assertThat(message).isEmpty();
    }

    @Test
    void theExplanationSaysWhatMatchedWhatActsAndWhatNearlyDid() {
        // When
        Verdict verdict = RuleFiles.read(RETURNS).decide(DescribedFacts.text("你好,我不想退货了"));
        // Then
        assertThat(verdict.explanation())
                .hasToString("{\"candidates\":[\"refund\",\"greeting\",\"note\"],"
                        + "\"matched\":[{\"rule\":\"greeting\",\"reason\":\"提到“你好”\",\"priority\":10},"
                        + "{\"rule\":\"note\",\"reason\":\"提到“你好”\",\"priority\":1}],"
                        + "\"acting\":[\"greeting\",\"note\"],"
                        + "\"nearMisses\":[{\"rule\":\"refund\",\"failed\":\"含有排除词“不想退”\"}]}");
    }

    @Test
    void namesFiveNearMissesByPriorityAtMost() {
        // Given
        StringBuilder file = new StringBuilder("rules:\n");
        for (int i = 0; i < 9; i++) {
            file.append("  - {id: r%d, priority: %d, when: {keywords: {any: [退货]}, tag: VIP}, then: [{reply: x}]}%n"
                    .formatted(i, i));
        }
        // When
        Verdict verdict = RuleFiles.read(file.toString()).decide(DescribedFacts.text("退货"));
        // Then
        assertThat(verdict.nearMisses())
                .extracting(miss -> miss.rule().id())
                .containsExactly("r8", "r7", "r6", "r5", "r4");
    }

    @Test
    void namedGroupsBecomeVariablesAndKeepTheirCase() {
        // Given
        RuleSet rules = RuleFiles.when("{regex: '订单(號)?[ ：]*(?<order>[A-Z0-9]{8,20})'}");
        // When
        List<Match> acting = rules.acting(DescribedFacts.text("我的訂單號:AB１２３４５６到哪了"));
        // Then
        assertThat(acting.get(0).variables()).containsExactly(Map.entry("order", "AB123456"));
        assertThat(acting.get(0)).hasToString("Match[a]");
    }

    @Test
    void aRegexThatExplodesElsewhereIsLinearHere() {
        // Given
        RuleSet rules = RuleFiles.when("{regex: '(.*退){12}款'}");
        Facts facts = DescribedFacts.text("退".repeat(2000));
        // When
        long start = System.nanoTime();
        List<Match> acting = rules.acting(facts);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        // Then
        assertThat(acting).isEmpty();
        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({
        "*, shop.order.paid, true",
        "*, esb.ticket.ticket-create.done, false",
        "*.done, esb.ticket.ticket-create.done, false",
        "esb.ticket.*, esb.ticket.ticket-create.done, true",
        "shop.order.*, shop.order.paid, true",
        "shop.order.*, shop.orders, false",
        "*.order.*d, shop.order.paid, true",
        "wecom.message.received, wecom.message.received, true",
        "wecom.message.received, wecom.message.received.twice, false"
    })
    void aWildcardNeverMeansTheBusItself(String written, String type, boolean contained) {
        assertThat(new EventTypes(List.of(written)).contain(type)).isEqualTo(contained);
    }

    @Test
    void twentyThousandRulesFindTheirTexts() {
        // Given
        List<YamlNode> files = new ArrayList<>();
        for (int file = 0; file < 4; file++) {
            StringBuilder rules = new StringBuilder("rules:\n");
            for (int i = 0; i < 5_000; i++) {
                int number = file * 5_000 + i;
                rules.append("- {id: r%d, priority: %d, when: {keywords: [商品%d号]}, then: [{reply: x}]}\n"
                        .formatted(number, number % 100, number));
            }
            files.add(RuleFiles.file("f" + file, rules.toString()));
        }
        // When
        RuleSet rules = RuleSet.read(files, new Mistakes());
        // Then
        assertThat(rules.rules()).hasSize(20_000);
        assertThat(RuleFiles.acting(rules, "请问商品13456号有货吗")).isEqualTo("r13456");
        assertThat(RuleFiles.ids(rules.decide(DescribedFacts.text("商品5号和商品17号")).matched()))
                .containsExactly("r17", "r5");
    }
}
