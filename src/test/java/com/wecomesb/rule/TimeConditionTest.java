package com.wecomesb.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.calendar.CalendarFiles;
import com.wecomesb.calendar.Calendars;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The condition {@code time}, minute by minute where it matters; 2026-11-20 is a Friday. */
class TimeConditionTest {

    private static final String CALENDAR = """
            calendar: 公司
            holidays: {国庆节: 2026-10-01..2026-10-07}
            workdays: 2026-10-10
            hours:
              客服时间:
                - {day: workday, at: [09:00-12:00, 13:30-18:00]}
                - {weekdays: sat, day: weekend, at: 10:00-16:00}
              夜班: {weekdays: fri, at: 22:00-06:00}
            """;

    static Stream<Arguments> times() {
        return Stream.of(
                argumentSet("the first minute", "at: 09:00-18:00", "2026-11-20 09:00", true),
                argumentSet("before it", "at: 09:00-18:00", "2026-11-20 08:59", false),
                argumentSet("the last minute", "at: 09:00-18:00", "2026-11-20 17:59", true),
                argumentSet("the end", "at: 09:00-18:00", "2026-11-20 18:00", false),
                argumentSet("a single digit", "at: 9:00-18:00", "2026-11-20 09:30", true),
                argumentSet("the evening over midnight", "at: 22:00-06:00", "2026-11-20 22:30", true),
                argumentSet("the morning over midnight", "at: 22:00-06:00", "2026-11-20 05:59", true),
                argumentSet("the end over midnight", "at: 22:00-06:00", "2026-11-20 06:00", false),
                argumentSet("noon over midnight", "at: 22:00-06:00", "2026-11-20 12:00", false),
                argumentSet("to midnight", "at: 18:00-24:00", "2026-11-20 23:59", true),
                argumentSet("midnight itself", "at: 18:00-24:00", "2026-11-21 00:00", false),
                argumentSet("from midnight", "at: 00:00-06:00", "2026-11-21 00:00", true),
                argumentSet("the second of two windows", "at: [09:00-12:00, 13:30-18:00]", "2026-11-20 13:30", true),
                argumentSet("between two windows", "at: [09:00-12:00, 13:30-18:00]", "2026-11-20 12:30", false),
                argumentSet("a day of the week", "weekdays: [mon, fri]", "2026-11-20 00:00", true),
                argumentSet("another day of the week", "weekdays: [mon, thu]", "2026-11-20 12:00", false),
                argumentSet("from Monday to Friday", "weekdays: mon-fri", "2026-11-20 12:00", true),
                argumentSet("over the weekend", "weekdays: 周五至周一", "2026-11-22 12:00", true),
                argumentSet("not over the weekend", "weekdays: 周五至周一", "2026-11-24 12:00", false),
                argumentSet("Sunday by its other name", "weekdays: 星期天", "2026-11-22 12:00", true),
                argumentSet("Friday night", "weekdays: fri, at: 22:00-06:00", "2026-11-21 03:00", true),
                argumentSet("the night before Friday", "weekdays: fri, at: 22:00-06:00", "2026-11-20 03:00", false),
                argumentSet("a date", "dates: 2026-11-20", "2026-11-20 23:59", true),
                argumentSet("the day after", "dates: 2026-11-20", "2026-11-21 00:00", false),
                argumentSet("the last day of a range", "dates: 2026-11-01..2026-11-20", "2026-11-20 23:59", true),
                argumentSet("before a range", "dates: 2026-11-01..2026-11-20", "2026-10-31 23:59", false),
                argumentSet("a day of every year", "dates: 11-11", "2031-11-11 12:00", true),
                argumentSet("over the turn of the year", "dates: 12-24..01-02", "2027-01-02 12:00", true),
                argumentSet("after the turn of the year", "dates: 12-24..01-02", "2027-01-03 12:00", false),
                argumentSet("a workday", "day: workday", "2026-11-20 12:00", true),
                argumentSet("a weekend", "day: workday", "2026-11-21 12:00", false),
                argumentSet("a holiday", "day: holiday", "2026-10-05 12:00", true),
                argumentSet("a holiday is no weekend", "day: weekend", "2026-10-03 12:00", false),
                argumentSet("a Saturday that is worked", "day: workday", "2026-10-10 12:00", true),
                argumentSet("a day off", "day: day-off, calendar: 公司", "2026-10-05 12:00", true),
                argumentSet("open", "hours: 客服时间", "2026-11-20 13:30", true),
                argumentSet("at lunch", "hours: 客服时间", "2026-11-20 12:30", false),
                argumentSet("open on Saturday", "hours: 客服时间", "2026-11-21 10:00", true),
                argumentSet("open late on a Saturday that is worked", "hours: 客服时间", "2026-10-10 17:00", true),
                argumentSet("closed on a holiday", "hours: 客服时间", "2026-10-05 10:00", false),
                argumentSet("outside the hours", "outside: 客服时间", "2026-11-20 22:30", true),
                argumentSet("not outside the hours", "outside: 客服时间", "2026-11-20 10:00", false),
                argumentSet("hours over midnight", "hours: 夜班", "2026-11-21 05:59", true),
                argumentSet("the wrong night", "hours: 夜班", "2026-11-22 05:59", false));
    }

    @ParameterizedTest
    @MethodSource
    void times(String time, String now, boolean holds) {
        // Given
        RuleSet rules = RuleFiles.when("{time: {%s}}".formatted(time));
        DescribedFacts facts = (DescribedFacts) RuleFiles.facts("{now: %s}".formatted(now));
        // When
        Verdict verdict = rules.decide(facts.timedBy(calendars("Asia/Shanghai")));
        // Then
        assertThat(verdict.matched()).hasSize(holds ? 1 : 0);
    }

    static Stream<Arguments> summerTime() {
        return Stream.of(
                argumentSet("before clocks go forward", "2026-03-29T00:59:59Z", false),
                argumentSet("clocks have gone forward from two to three", "2026-03-29T01:00:00Z", true),
                argumentSet("two o'clock for the first time", "2026-10-25T00:30:00Z", false),
                argumentSet("two o'clock for the second time", "2026-10-25T01:30:00Z", false),
                argumentSet("three o'clock after clocks went back", "2026-10-25T02:00:00Z", true));
    }

    @ParameterizedTest
    @MethodSource
    void summerTime(String instant, boolean holds) {
        // Given
        RuleSet rules = RuleFiles.when("{time: {at: 03:00-09:00}}");
        DescribedFacts facts = (DescribedFacts) RuleFiles.facts("{now: '%s'}".formatted(Instant.parse(instant)));
        // When
        Verdict verdict = rules.decide(facts.timedBy(calendars("Europe/Berlin")));
        // Then
        assertThat(verdict.matched()).hasSize(holds ? 1 : 0);
    }

    @Test
    void saysWhatTimeItIsAndWhenItWouldHold() {
        // Given
        RuleSet rules = RuleFiles.when("{keywords: 退, time: {weekdays: mon-fri, at: '22:00-06:00', hours: 客服时间}}");
        DescribedFacts night = (DescribedFacts) RuleFiles.facts("{text: 退, now: 2026-11-20 22:30}");
        DescribedFacts noon = (DescribedFacts) RuleFiles.facts("{text: 退, now: 2026-11-20 11:00}");
        // When
        Verdict atNight = rules.decide(night.timedBy(calendars("Asia/Shanghai")));
        Verdict atNoon = rules.decide(noon.timedBy(calendars("Asia/Shanghai")));
        // Then
        assertThat(atNight.nearMisses())
                .extracting(NearMiss::failed)
                .containsExactly("现在是 2026-11-20 周五 22:30,不在“客服时间”内");
        assertThat(atNoon.nearMisses())
                .extracting(NearMiss::failed)
                .containsExactly("现在是 2026-11-20 周五 11:00,不在 22:00-06:00 mon-fri");
    }

    @Test
    void anExampleSaysWhenItIsAsked() {
        assertThat(RuleFiles.mistakes("""
                        rules:
                          - id: night
                            when: {time: {at: 22:00-06:00}}
                            then: [{reply: x}]
                            examples:
                              - {text: 在吗, now: 2026-10-01 22:30}
                              - {text: 在吗, now: 2026-10-01 12:00, expect: none}
                              - {text: 在吗, now: 昨天, expect: none}
                        """)).contains("rules/test.yaml:8:9: 例句里的时刻要写成 2026-10-01 22:30");
    }

    @Test
    void anExampleThatDoesNotSayWhenIsAskedOnAWednesdayAtNoon() {
        assertThat(RuleFiles.mistakes("""
                        rules:
                          - {id: noon, when: {time: {at: '12:00-12:01', weekdays: wed}}, then: [{reply: x}], examples: [在吗]}
                        """)).isEmpty();
    }

    private static Calendars calendars(String zone) {
        Mistakes mistakes = new Mistakes();
        Calendars calendars = new CalendarFiles(ZoneId.of(zone))
                .read(List.of(new SourceFile("calendars/test.yaml", CALENDAR, SourceFile.Origin.COMPANY)), mistakes);
        assertThat(mistakes.list()).isEmpty();
        return calendars;
    }
}
