package com.wecomesb.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import com.wecomesb.rule.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentFilesTest {

    private static final String TWO = """
            intents:
              - id: returns
                description: 退货
                examples: [我想退货, 能退吗, 不要了, 退掉, 把钱退我]
                slots: {order: '[0-9]{8,20}'}
              - id: size
                description: 尺码
                examples: [穿什么码, 偏大吗, 有XL吗, 我165, 尺码表]
            """;

    private final IntentFiles files = new IntentFiles(Normalizer::normalize);
    private final Mistakes mistakes = new Mistakes();

    @Test
    void readsIntentsInTheFormThatMessagesAreMatchedIn() {
        // When
        IntentModel model = read(TWO);
        // Then
        assertThat(mistakes.list()).isEmpty();
        assertThat(model.ids()).containsExactly("returns", "size");
        assertThat(model.intent("size").orElseThrow().examples()).contains("有xl吗");
        assertThat(model.intent("size").orElseThrow().threshold()).isEqualTo(0.95);
    }

    @Test
    void takesTheThresholdOfTheFile() {
        // When
        IntentModel model = read("threshold: 0.8\n" + TWO);
        // Then
        assertThat(mistakes.list()).isEmpty();
        assertThat(model.intents())
                .allSatisfy(intent -> assertThat(intent.threshold()).isEqualTo(0.8));
    }

    @Test
    void learnsAnewOnlyWhatChanged() {
        // Given
        IntentModel before = read(TWO);
        // Then
        assertThat(read(TWO)).isSameAs(before);
        assertThat(read(TWO.replace("能退吗", "能不能退"))).isNotSameAs(before);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "id: size                 | id: returns              | 意图 id“returns”已经在 intents/a.yaml:2 用过",
                "id: size                 | id: 尺 码                | 意图要有 id",
                "description: 尺码        | description:             | 意图要有 description",
                "偏大吗,                   | 能退吗,                   | 这句话已经在 intents/a.yaml:4",
                "偏大吗, 有XL吗,           | ' '                      | 意图“size”只有 3 句 examples",
                "偏大吗,                   | {a: b},                  | examples 里每一项是一句话",
                "'[0-9]{8,20}'            | '(?=x)'                  | 槽位“order”的正则写错了",
                "order:                   | 订单号:                   | 槽位名“订单号”只能用字母",
                "slots:                   | slot:                    | 意图里没有“slot”,是不是“slots”?",
                "intents:                 | 'threshold: 95%{n}intents:' | threshold 要写 0 到 1 之间的数",
                "intents:                 | intent:                  | 意图文件里没有 intents",
            })
    void namesWhatIsWrong(String written, String instead, String mistake) {
        // When
        read(TWO.replace(written, instead.replace("{n}", "\n")));
        // Then
        assertThat(mistakes.list()).anySatisfy(found -> {
            assertThat(found.message()).contains(mistake);
            assertThat(found.file()).isEqualTo("intents/a.yaml");
            assertThat(found.line()).isPositive();
        });
    }

    @Test
    void refusesASingleIntent() {
        // When
        read(TWO.substring(0, TWO.indexOf("  - id: size")));
        // Then
        assertThat(mistakes.list())
                .extracting(Object::toString)
                .anySatisfy(found -> assertThat(found).contains("至少要两个"));
    }

    private IntentModel read(String text) {
        return files.read(List.of(new SourceFile("intents/a.yaml", text, Origin.COMPANY)), mistakes);
    }
}
