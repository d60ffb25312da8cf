package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vocabularies that rule files share, their levels and synonyms. */
class VocabulariesTest {

    private static final String SHARED = """
            level: 1
            vocabularies:
              退款: [退款, 退钱]
              退货: [退货, $退款]
              品牌: {level: 2, terms: [旗舰店, 轻云]}
              身份: {level: 3, terms: [会员, 老客户]}
            synonyms:
              - [退货, 退换, 退东西]
              - [会员, 贵宾]
            """;

    private static Verdict decide(String conditions, String text) {
        return read(Map.of(
                        "vocabularies/shared",
                        SHARED,
                        "rules/a",
                        "rules: [{id: a, when: %s, then: [{reply: x}]}]".formatted(conditions)))
                .decide(DescribedFacts.text(text));
    }

    private static RuleSet read(Map<String, String> files) {
        Mistakes mistakes = new Mistakes();
        RuleSet rules = RuleSet.read(roots(files, mistakes), mistakes);
        assertThat(mistakes.list()).isEmpty();
        return rules;
    }

    private static List<YamlNode> roots(Map<String, String> files, Mistakes mistakes) {
        List<YamlNode> roots = new ArrayList<>();
        files.keySet().stream()
                .sorted()
                .forEach(name ->
                        YamlFile.read(name + ".yaml", files.get(name), mistakes).ifPresent(roots::add));
        return roots;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{keywords: {any: [$退货]}}                       | 我要退钱             | 提到“退钱”",
                "{keywords: {any: [$退货]}}                       | 能退换吗             | 提到“退货”(同义词“退换”)",
                "{keywords: {any: [$退款]}}                       | 能退换吗             | -",
                "{keywords: {all: [退货, 会员]}}                  | 贵宾退东西           | 同时提到“退货”(同义词“退东西”)、“会员”(同义词“贵宾”)",
                "{keywords: {any: [退货], mode: exact}}           | 退换!               | 整句就是“退货”",
                "{keywords: {any: [退货], mode: fuzzy}}           | 能推换吗             | 提到“退货”(同义词“退换”,读音相同)",
                "{keywords: {any: [运费], except: [退货]}}        | 退换的运费           | -",
                "{keywords: {levels: [1, 2]}}                     | 旗舰店的能退款吗     | 提到1级行业词“退款”,提到2级品牌词“旗舰店”",
                "{keywords: {levels: [1, 2]}}                     | 能退款吗             | -",
                "{keywords: {levels: [1, 2, 3]}}                  | 我是贵宾,轻云能退吗 | -",
                "{keywords: {levels: 3}}                          | 我是贵宾             | 提到3级客户特征词“会员”(同义词“贵宾”)",
                "{keywords: {levels: [2], mode: fuzzy}}           | 起舰店在哪           | 提到2级品牌词“旗舰店”(读音相同)",
                "{keywords: {levels: [1], any: [$身份]}}          | 老客户退款           | 提到“老客户”,提到1级行业词“退款”",
                "{keywords: {levels: [1], except: [$身份]}}       | 老客户退款           | -"
            })
    void wordsOfOtherFilesAreFound(String conditions, String text, String reason) {
        // When
        Verdict verdict = decide(conditions, text);
        // Then
        if (reason.equals("-")) {
            assertThat(verdict.matched()).isEmpty();
        } else {
            assertThat(verdict.matched()).extracting(Match::reason).containsExactly(reason);
        }
    }

    @Test
    void aNearMissSaysWhichLevelIsMissing() {
        assertThat(decide("{keywords: {levels: [1, 2]}}", "旗舰店在哪").nearMisses())
                .extracting(NearMiss::failed)
                .containsExactly("没有提到1级行业词");
    }

    @Test
    void aListOfTheFileGoesBeforeASharedOneOfTheSameName() {
        // Given
        String rules = """
                vocabularies: {退款: [$退货, 赔我], 品牌: {level: 2, terms: [四季]}}
                rules:
                  - {id: a, when: {keywords: [$退款]}, then: [{reply: x}]}
                  - {id: b, when: {keywords: {levels: [2]}}, then: [{reply: x}]}
                """;
        RuleSet set = read(Map.of("vocabularies/shared", SHARED.replace("[退货, $退款]", "[退货]"), "rules/a", rules));
        // Then
        assertThat(RuleFiles.acting(set, "赔我")).isEqualTo("a");
        assertThat(RuleFiles.acting(set, "退货")).isEqualTo("a");
        assertThat(RuleFiles.acting(set, "退钱")).isEqualTo("none");
        assertThat(RuleFiles.acting(set, "四季")).isEqualTo("b");
        assertThat(RuleFiles.acting(set, "轻云")).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vocabularies: {a: [$b], b: [x, $a]}       | 1:32: 词表互相引用:a → b → a; 1:20: 词表互相引用:b → a → b",
                "vocabularies: {a: [$a]}                   | 1:20: 词表互相引用:a → a",
                "vocabularies: {退货: [x], b: [$退贷]}     | 1:29: 没有词表“$退贷”,是不是“$退货”?可用:$退货、$b",
                "vocabularies: {a: {level: 4, terms: [x]}} | 1:27: level 只能是 1(行业词)、2(品牌词)或 3(客户特征词)",
                "vocabularies: {a: {level: 1}}             | 1:19: 词表“a”里没有 terms: [词, 词]",
                "vocabularies: {a: {levle: 1, terms: [x]}} | 1:20: 词表里没有“levle”,是不是“level”?可用:level、description、terms",
                "vocabularies: [a]                         | 1:15: vocabularies 要写成“词表名: [词, 词]”",
                "synonyms: [[a]]                           | 1:12: 一组同义词至少要有两个词:[退货, 退换]",
                "synonyms: {a: b}                          | 1:11: synonyms 要写成列表,每一项是一组同义词:- [退货, 退换]",
                "synonyms: [[a, $b]]                       | 1:16: 同义词里不能引用词表,请把词直接写出来",
                "rules: []                                 | 1:1: 词表文件里没有“rules”,可用:description、level、vocabularies、synonyms"
            })
    void mistakesAreNamedWithTheirPlaces(String file, String expected) {
        // Given
        Mistakes mistakes = new Mistakes();
        // When
        RuleSet.read(roots(Map.of("vocabularies/v", file), mistakes), mistakes);
        // Then
        assertThat(mistakes.list())
                .extracting(Mistake::toString)
                .containsExactlyInAnyOrder(List.of(expected.split("; ")).stream()
                        .map(mistake -> "vocabularies/v.yaml:" + mistake)
                        .toArray(String[]::new));
    }

    @Test
    void aNameIsUsedOnceAmongTheSharedFiles() {
        // Given
        Mistakes mistakes = new Mistakes();
        String file = "vocabularies: {a: [x]}";
        // When
        RuleSet.read(roots(Map.of("vocabularies/v", file, "vocabularies/w", file), mistakes), mistakes);
        // Then
        assertThat(mistakes.list())
                .extracting(Mistake::toString)
                .containsExactly("vocabularies/w.yaml:1:19: 词表“a”在另一个文件里已经有了,请合并或改名");
    }
}
