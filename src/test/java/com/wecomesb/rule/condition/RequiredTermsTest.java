package com.wecomesb.rule.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredTermsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "订单(号)?[ :]*(?P<order>[0-9]{8,20}) ~ 订单",
                "(退货|退款).*流程吗 ~ 流程吗",
                "(退货|退款).*吗 ~ 退货 退款",
                "退货|退款 ~ 退货 退款",
                "退货|.* ~ ",
                "退货?款 ~ 退",
                "退(货)*款项 ~ 款项",
                "ab+c ~ ab",
                "ABC ~ abc",
                "退{2}货物 ~ 货物",
                "退货{0,2} ~ 退",
                "退\\.货 ~ 退.货",
                "\\d+元 ~ 元",
                "(?i)退货 ~ 退货",
                "(?:退货|(?P<n>换)) ~ 退货 换",
                "[退]货 ~ 货",
                "[^]退]货物 ~ 货物",
                "\\p{Han}+店 ~ 店",
                "😀?店 ~ 店",
                "\\Q退货\\E ~ ",
                "退{,3}货 ~ 货",
                ".* ~ "
            })
    void findsWhatEveryMatchContains(String regex, String terms) {
        // When
        var required = RequiredTerms.of(regex);
        // Then
        assertThat(String.join(" ", required)).isEqualTo(terms == null ? "" : terms);
    }
}
