package com.wecomesb.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.rule.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentimentLexiconTest {

    private static final SentimentLexicon LEXICON = SentimentLexicon.shipped();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "垃圾东西,骗子,退钱!!!                     | ANGRY",
                "你们这是什么破店,我要投诉                  | ANGRY",
                "再不处理我打12315了                        | ANGRY",
                "气死我了😡                                 | ANGRY",
                "等了一个星期,客服态度特别差,太过分了!      | ANGRY",
                "什么态度啊你们,简直恶心                    | ANGRY",
                "太垃圾了,再也不买了                        | ANGRY",
                "受够了,踢皮球踢了三天                      | ANGRY",
                "假货!我要举报!                             | ANGRY",
                "非常失望,客服一直敷衍我                    | ANGRY",
                "客服態度太差了,我要投訴                    | ANGRY",
                "质量太差                                   | NEGATIVE",
                "物流有点慢                                 | NEGATIVE",
                "收到就是坏的                               | NEGATIVE",
                "不好用                                     | NEGATIVE",
                "我不满意这个结果                           | NEGATIVE",
                "不是特别满意                               | NEGATIVE",
                "这个颜色我不喜欢                           | NEGATIVE",
                "没人理我                                   | NEGATIVE",
                "有点失望                                   | NEGATIVE",
                "等到花儿都谢了😭                           | NEGATIVE",
                "衣服还不错但是掉色太厉害了                 | NEGATIVE",
                "穿着不舒服                                 | NEGATIVE",
                "无语                                       | NEGATIVE",
                "好慢啊                                     | NEGATIVE",
                "你好,我想退货                              | NEUTRAL",
                "快递到哪了                                 | NEUTRAL",
                "麻烦帮我改一下地址                         | NEUTRAL",
                "能不能快点发                               | NEUTRAL",
                "有货吗                                     | NEUTRAL",
                "不好意思,问一下怎么开发票                  | NEUTRAL",
                "大概差多少钱                               | NEUTRAL",
                "这两款有什么差别                           | NEUTRAL",
                "订单号 20240812345678                      | NEUTRAL",
                "可以用银行卡付款吗                         | NEUTRAL",
                "好的                                       | NEUTRAL",
                "谢谢                                       | POSITIVE",
                "非常满意,下次还来                          | POSITIVE",
                "东西收到了,很喜欢!                         | POSITIVE",
                "质量不错                                   | POSITIVE",
                "客服很耐心,点赞👍                          | POSITIVE",
                "太棒了                                     | POSITIVE",
                "物流挺快的                                 | POSITIVE",
                "開心,謝謝你們🌹                            | POSITIVE",
                "有点贵,不过质量真的很好                    | POSITIVE",
                "不是不好看,挺喜欢的                        | POSITIVE",
            })
    void hearsHowItIsSaid(String text, String tone) {
        // When
        Sentiment sentiment = of(text);
        // Then
        String heard = sentiment.isAngry() ? "ANGRY" : sentiment.polarity().name();
        assertThat(heard).as("%s", sentiment).isEqualTo(tone);
    }

    @Test
    void hearsDegrees() {
        assertThat(of("有点失望").strength()).isLessThan(of("失望").strength());
        assertThat(of("失望").strength()).isLessThan(of("非常失望").strength());
        assertThat(of("差评").strength()).isLessThan(of("差评!!!").strength());
        assertThat(of("不生气").strength()).isLessThan(of("高兴").strength());
    }

    @Test
    void isNeverStrongerThanOneNorSlowerThanItsBound() {
        // Given
        String furious = "垃圾!骗子!".repeat(100_000);
        // When
        Sentiment sentiment = of(furious);
        // Then
        assertThat(sentiment.strength()).isEqualTo(1);
        assertThat(sentiment.isAngry()).isTrue();
    }

    @Test
    void takesAnythingForAText() {
        assertThat(of("")).isEqualTo(Sentiment.NEUTRAL);
        assertThat(of("\uD83D")).isEqualTo(Sentiment.NEUTRAL);
    }

    private static Sentiment of(String text) {
        return LEXICON.of(Normalizer.normalize(text));
    }
}
