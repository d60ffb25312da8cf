package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code mode: fuzzy}: what is like a term, and what only looks so. */
class FuzzyKeywordsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "退货       | 我要退货              | 提到“退货”",
                "退货       | 我要推货              | 提到“退货”(读音相同)",
                "退货       | 我想退火啊            | 提到“退货”(读音相同)",
                "退货       | 推或                  | 提到“退货”(读音相同)",
                "退货       | 请问,腿祸!          | 提到“退货”(读音相同)",
                "退货       | 怎么tuihuo            | 提到“退货”(写成拼音)",
                "退货       | woyaotuihuo           | 提到“退货”(写成拼音)",
                "退货       | wo yao tui huo        | 提到“退货”(写成拼音)",
                "退货       | 我要退huo             | 提到“退货”(写成拼音)",
                "退货       | TuiHuo                | 提到“退货”(写成拼音)",
                "退货       | 退 货                 | 提到“退货”(字间有间隔)",
                "退货       | 我要退 货             | 提到“退货”(字间有间隔)",
                "退货       | 退*货怎么弄           | 提到“退货”(字间有间隔)",
                "退货       | 退。货                | 提到“退货”(字间有间隔)",
                "退货       | 退😀货                | 提到“退货”(字间有间隔)",
                "退货       | 我 要 退 货           | 提到“退货”(字间有间隔)",
                "退货       | 退\u200b貨            | 提到“退货”",
                "银行卡     | 银航卡                | 提到“银行卡”(读音相同)",
                "重庆       | 虫庆                  | 提到“重庆”(读音相同)",
                "还款       | 环款                  | 提到“还款”(读音相同)",
                "音乐       | yinyue                | 提到“音乐”(写成拼音)",
                "绿色       | lvse                  | 提到“绿色”(写成拼音)",
                "退换货     | 怎么退货              | 提到“退换货”(有错字、漏字或颠倒)",
                "退换货     | 换退货                | 提到“退换货”(有错字、漏字或颠倒)",
                "退换货     | 退货换                | 提到“退换货”(有错字、漏字或颠倒)",
                "退换货     | 退了换货              | 提到“退换货”(有错字、漏字或颠倒)",
                "退换货     | 推欢货                | 提到“退换货”(读音相同)",
                "优惠券     | 优会券                | 提到“优惠券”(读音相同)",
                "优惠券     | 优慧卷                | -",
                "七天无理由 | 七天五理由            | 提到“七天无理由”(读音相同)",
                "七天无理由 | 七天理由              | -",
                "消费者协会 | 消费协会              | 提到“消费者协会”(有错字、漏字或颠倒)",
                "假一赔十   | 假一陪十              | 提到“假一赔十”(读音相同)",
                "无理由退换货 | 无理由退还货         | 提到“无理由退换货”(读音相同)",
                "运费险退款 | 运费险怎么退款        | -",
                "无理由退换货 | 无理由换货           | 提到“无理由退换货”(有错字、漏字或颠倒)",
                "invoice    | need an invoce        | 提到“invoice”(有错字、漏字或颠倒)",
                "invoice    | 开invioce             | 提到“invoice”(有错字、漏字或颠倒)",
                "invoice    | in voice              | 提到“invoice”(字间有间隔)",
                "free shipping | is there free-shiping | 提到“free shipping”(有错字、漏字或颠倒)",
                "vip        | vlp                   | 提到“vip”(有错字、漏字或颠倒)",
                "vip        | ship                  | -",
                "iphone15   | iphone 15             | 提到“iphone15”(字间有间隔)",
                "iphone15   | iphone14              | -",
                "12315      | 12345                 | -",
                "退货       | 我想退。货还没到      | -",
                "退货       | 我不退 货到了再说     | -",
                "退货       | 退⏎货                 | -",
                "退货       | 货退了                | -",
                "价格       | 我加个微信            | -",
                "找客服     | 客服                  | -",
                "到哪了     | 去哪了                | -",
                "要退货     | 要不退货              | -",
                "不想退货   | 我想退货              | -",
                "退货       | 明天见                | -"
            })
    void aTermIsFoundInWhatIsLikeIt(String term, String text, String reason) {
        // Given
        RuleSet rules = RuleFiles.when("{keywords: {any: ['%s'], mode: fuzzy}}".formatted(term));
        // When
        Verdict verdict = rules.decide(DescribedFacts.text(text.replace("⏎", "\n")));
        // Then
        if (reason.equals("-")) {
            assertThat(verdict.matched()).isEmpty();
        } else {
            assertThat(verdict.matched()).extracting(Match::reason).containsExactly(reason);
        }
    }

    @ParameterizedTest
    @CsvSource({"我要推货, 1", "我要退货, 1", "不退货, 0", "我不推货, 0", "不太退货, 1"})
    void exclusionsAreRecognisedBySoundButNotByTypos(String text, int matches) {
        // Given
        RuleSet rules = RuleFiles.when("{keywords: {any: [退货], except: [不退货], mode: fuzzy}}");
        // When
        Verdict verdict = rules.decide(DescribedFacts.text(text));
        // Then
        assertThat(verdict.matched()).hasSize(matches);
    }

    @Test
    void eachOfAllMayBeMistyped() {
        // Given
        RuleSet rules = RuleFiles.when("{keywords: {all: [运费, 退货], mode: fuzzy}}");
        // When
        Verdict verdict = rules.decide(DescribedFacts.text("推货的yunfei谁出"));
        // Then
        assertThat(verdict.matched()).extracting(Match::reason).containsExactly("同时提到“运费”(写成拼音)、“退货”(读音相同)");
    }

    @Test
    void whatIsWrittenIsTheReasonEvenBesideWhatIsLikeAnotherTerm() {
        // Given
        RuleSet rules = RuleFiles.when("{keywords: {any: [退换货, 退货], mode: fuzzy}}");
        // When
        Verdict verdict = rules.decide(DescribedFacts.text("我想退货"));
        // Then
        assertThat(verdict.matched()).extracting(Match::reason).containsExactly("提到“退货”");
    }

    @Test
    void otherModesTakeTermsAsTheyAre() {
        assertThat(RuleFiles.when("{keywords: [退货]}")
                        .decide(DescribedFacts.text("推货"))
                        .matched())
                .isEmpty();
    }
}
