package com.wecomesb.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YesOrNoTest {

    @ParameterizedTest
    @ValueSource(strings = {"是", "是的。", " 对!", "對", "嗯嗯", "YES", "１", "好的~"})
    void hearsAYes(String text) {
        assertThat(YesOrNo.of(text)).isEqualTo(YesOrNo.YES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"不是", "否", "不对。", "No", "没有"})
    void hearsANo(String text) {
        assertThat(YesOrNo.of(text)).isEqualTo(YesOrNo.NO);
    }

    @ParameterizedTest
    @CsvSource({"是不是可以退", "不是退货是换货", "11", "''", "对了还有运费呢"})
    void takesAMessageThatSaysMoreAsAnotherMessage(String text) {
        assertThat(YesOrNo.of(text)).isEqualTo(YesOrNo.NEITHER);
    }
}
