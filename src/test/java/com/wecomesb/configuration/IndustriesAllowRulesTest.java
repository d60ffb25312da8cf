package com.wecomesb.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.decision.AccountsFile;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.SourceFile;
import com.wecomesb.rule.RuleSet;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;

/** Which rules may stand beside an account of an industry in which nothing may be guessed. */
class IndustriesAllowRulesTest {

    private static final String BANK = "账号“银行”也起作用(industry: finance)";
    private static final String REST = "应用“service”里没有写进 accounts.yaml 的账号也起作用(industry: finance)";

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("spelled out", "{keywords: 退货}", ""),
                rule(
                        "typos for everybody",
                        "{keywords: {any: [退货], mode: fuzzy}}",
                        "规则“a”用了“keywords 的 mode: fuzzy”,而它对" + BANK),
                rule("an intent for everybody", "{intent: 退货}", "规则“a”用了“intent”,而它对" + BANK),
                rule(
                        "the nearest question for everybody",
                        "{similar: {threshold: 0.7}}",
                        "规则“a”用了“similar”,而它对" + BANK),
                rule("an intent elsewhere", "{intent: 退货, account: 商店}", ""),
                rule("an intent for another brand", "{intent: 退货, brand: B}", ""),
                rule("an intent there", "{intent: 退货, account: [商店, 银行]}", "规则“a”用了“intent”,而它对" + BANK),
                rule("an intent for the brand there", "{intent: 退货, brand: A}", "规则“a”用了“intent”,而它对" + BANK),
                rule("one of two ways elsewhere", "{any: [{intent: 退货, account: 商店}, {keywords: 退货}]}", ""),
                rule(
                        "one of two ways everywhere",
                        "{any: [{intent: 退货}, {keywords: 退货}]}",
                        "规则“a”用了“intent”,而它对" + BANK),
                rule(
                        "everywhere but on the named account",
                        "{intent: 退货}, unless: {account: 银行}",
                        "规则“a”用了“intent”,而它对" + REST),
                rule("in an exception", "{keywords: 退货}, unless: {intent: 投诉}", "规则“a”用了“intent”,而它对" + BANK));
    }

    private static Arguments rule(String name, String when, String mistake) {
        return argumentSet(name, when, mistake);
    }

    @ParameterizedTest
    @MethodSource
    void rules(String when, String mistake) {
        // Given
        SnapshotBuilder builder = new SnapshotBuilder(
                List.of(new AccountsFile(new MockEnvironment()), new YamlFolder<>("rules", RuleSet::read)),
                List.of(),
                List.of(new IndustriesAllowRules()),
                Clock.systemUTC());
        SourceFile accounts = file("accounts.yaml", """
                apps: {service: {industry: finance}}
                accounts:
                  银行: {app: service, kf: wk1, brand: A}
                  商店: {app: shop, kf: wk2, brand: B}
                """);
        SourceFile rules = file("rules/a.yaml", "rules:\n  - {id: a, when: %s, then: [{reply: x}]}".formatted(when));
        // When
        SnapshotBuilder.Built built = builder.build(new RouteFiles(List.of(accounts, rules), List.of(), false));
        // Then
        if (mistake.isEmpty()) {
            assertThat(built.mistakes()).isEmpty();
        } else {
            assertThat(built.mistakes())
                    .extracting(Mistake::toString)
                    .singleElement()
                    .asString()
                    .startsWith("rules/a.yaml:2:1: " + mistake)
                    .contains("金融业务不允许猜测客户的意思")
                    .endsWith("请改用 contains、exact 或 regex,或者在 when 里用 account、brand 限定到别的账号");
        }
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, text, SourceFile.Origin.COMPANY);
    }
}
