package com.wecomesb.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;

/** What one file calls by its name stands in another one. */
class NamesAcrossFilesTest {

    private static final String ACCOUNTS = """
            brands:
              A: {name: 晴天, hotline: 400-1}
              B: {name: 雨天, address: 上海}
            accounts:
              旗舰店: {app: service, kf: wk1, brand: A}
              专卖店: {app: service, kf: wk2, brand: B}
            """;
    private static final String CALENDAR = "calendar: 公司\nhours: {客服时间: {at: '09:00-18:00'}}";

    static Stream<Arguments> conditions() {
        return Stream.of(
                argumentSet("an account", "{account: 旗舰店}", List.of()),
                argumentSet("an unknown account", "{account: 旗航店}", List.of(":2:29: 找不到客服账号“旗航店”,可用:旗舰店、专卖店、service")),
                argumentSet(
                        "an id instead of a name", "{account: wk1}", List.of(":2:29: 找不到客服账号“wk1”,可用:旗舰店、专卖店、service")),
                argumentSet("an unknown brand", "{any: {brand: [A, C]}}", List.of(":2:37: 找不到品牌“C”,可用:A、B")),
                argumentSet("an app", "{app: service}", List.of()),
                argumentSet("an unknown app", "{app: sales}", List.of(":2:25: 找不到应用“sales”,可用:service")),
                argumentSet("hours", "{time: {hours: 客服时间}}", List.of()),
                argumentSet("unknown hours", "{time: {outside: 客服时}}", List.of(":2:36: 没有营业时间“客服时”,是不是“客服时间”?可用:客服时间")),
                argumentSet(
                        "an unknown calendar",
                        "{time: {day: workday, calendar: 中国}}",
                        List.of(":2:51: 没有日历“中国”,可用:公司")),
                argumentSet("the only calendar", "{time: {day: workday}}", List.of()));
    }

    @ParameterizedTest
    @MethodSource
    void conditions(String when, List<String> mistakes) {
        // Given
        String rules = "rules:\n  - {id: a, when: %s, then: [{tag: x}]}".formatted(when);
        // When
        List<String> found = mistakes(
                file("rules/test.yaml", rules), file("accounts.yaml", ACCOUNTS), file("calendars/a.yaml", CALENDAR));
        // Then
        assertThat(found)
                .containsExactlyElementsOf(mistakes.stream()
                        .map(mistake -> "rules/test.yaml" + mistake)
                        .toList());
    }

    @Test
    void amongSeveralCalendarsARuleSaysWhich() {
        // When
        List<String> found = mistakes(
                file("rules/test.yaml", "rules:\n  - {id: a, when: {time: {day: workday}}, then: [{tag: x}]}"),
                file("calendars/a.yaml", "calendar: 中国大陆"),
                file("calendars/b.yaml", "calendar: 香港"));
        // Then
        assertThat(found).containsExactly("rules/test.yaml:2:26: 有几个日历,要写用哪一个:calendar: 中国大陆 或 香港");
    }

    @Test
    void withoutAFileOfAccountsThereIsNothingToCompareWith() {
        assertThat(mistakes(file("rules/test.yaml", "rules:\n  - {id: a, when: {account: wk1}, then: [{tag: x}]}")))
                .isEmpty();
    }

    @Test
    void aTemplateFindsItsVariableForEveryBrandThatMayUseIt() {
        // When
        List<String> found =
                mistakes(file("accounts.yaml", ACCOUNTS), file("rules/test.yaml", """
                        rules:
                          - {id: a, when: {brand: A}, then: [{reply: call}]}
                          - {id: b, when: {keywords: 地址}, then: [{reply: {text: "{{ brand.address }}"}}]}
                          - {id: c, when: {account: 专卖店}, then: [{ticket: {do: ticket-create, subject: "{{ brand.adress }}"}}]}
                        """), file("replies/test.yaml", """
                        replies:
                          - {id: call, messages: [{text: "{{ brand.name }}请拨 {{ brand.hotline }}"}]}
                          - {id: fallback, messages: [{text: "请拨 {{ brand.hotline }}"}]}
                          - {id: polite, messages: [{text: "请拨 {{ brand.hotline | default: '客服电话' }}"}]}
                        """));
        // Then
        assertThat(found)
                .containsExactly(
                        "rules/test.yaml:3:57: 品牌“A”没有变量 address,可用:hotline、name",
                        "rules/test.yaml:4:80: 品牌“B”没有变量 adress,是不是“address”?可用:address、name",
                        "replies/test.yaml:3:38: 品牌“B”没有变量 hotline,可用:address、name");
    }

    @Test
    void withoutAnyBrandItsVariablesAreNeverThere() {
        // When
        List<String> found = mistakes(
                file("accounts.yaml", "accounts: {店: {app: service, kf: wk1}}"),
                file("replies/test.yaml", "replies:\n  - {id: a, messages: [{text: '{{ brand.name }}'}]}"));
        // Then
        assertThat(found).containsExactly("replies/test.yaml:2:31: brand.name 永远没有值:accounts.yaml 里没有账号写了 brand");
    }

    private static List<String> mistakes(SourceFile... files) {
        MockEnvironment environment = new MockEnvironment().withProperty("esb.wecom.apps.service.corp-id", "ww1");
        return Formats.builder(environment, routes -> List.of())
                .build(new RouteFiles(List.of(files), List.of(), List.of(), false))
                .mistakes()
                .stream()
                .map(Mistake::toString)
                .toList();
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, text, SourceFile.Origin.COMPANY);
    }
}
