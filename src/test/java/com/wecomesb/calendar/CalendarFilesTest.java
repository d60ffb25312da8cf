package com.wecomesb.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarFilesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-20T20:59 | a Friday evening | true",
                "2026-11-20T21:00 | the end of a workday | false",
                "2026-11-21T20:00 | a Saturday evening | false",
                "2026-11-21T17:59 | a Saturday afternoon | true",
                "2026-10-10T20:00 | a Saturday that is worked | true",
                "2026-10-01T09:30 | the morning of a holiday | false",
                "2026-10-01T10:00 | a holiday | true",
                "2026-02-14T09:00 | the Saturday before 春节 | true"
            })
    void theShippedHoursFollowTheShippedCalendar(LocalDateTime moment, String description, boolean open)
            throws IOException {
        // Given
        Mistakes mistakes = new Mistakes();
        Calendars calendars = read(Files.readString(Path.of("routes/calendars/china.yaml")), mistakes);
        // When
        boolean isOpen = calendars.isOpen("客服时间", moment.atZone(SHANGHAI));
        // Then
        assertThat(mistakes.list()).isEmpty();
        assertThat(isOpen).as(description).isEqualTo(open);
    }

    @Test
    void theHoursAreThoseOfTheBusinessWhereverTheMomentIsTold() {
        // Given
        Calendars calendars = read("{calendar: a, hours: {day: {at: '09:00-18:00'}}}", new Mistakes());
        // When
        boolean inTokyo =
                calendars.isOpen("day", LocalDateTime.parse("2026-11-20T18:30").atZone(ZoneId.of("Asia/Tokyo")));
        // Then
        assertThat(inTokyo).isTrue();
    }

    @Test
    void hoursThatNobodyNamedAreNever() {
        assertThat(Calendars.NONE.isOpen(
                        "客服时间", LocalDateTime.parse("2026-11-20T12:00").atZone(SHANGHAI)))
                .isFalse();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                argumentSet("no name", "holidays: {}", "1:1: 日历要有名字,例如 calendar: 中国大陆"),
                argumentSet(
                        "an unknown key",
                        "calendar: a\nholiday: {}",
                        "2:1: 日历文件里没有“holiday”,是不是“holidays”?可用:calendar、description、weekend、holidays、workdays、hours"),
                argumentSet(
                        "a date that no year has",
                        "calendar: a\nholidays: {b: 2026-02-30}",
                        "2:15: 日期要写成 2026-10-01,或者 2026-10-01..2026-10-07"),
                argumentSet(
                        "a holiday of every year",
                        "calendar: a\nholidays: {b: 10-01}",
                        "2:15: 日期要写成 2026-10-01,或者 2026-10-01..2026-10-07"),
                argumentSet(
                        "an end before its beginning",
                        "calendar: a\nholidays: {b: 2026-10-07..2026-10-01}",
                        "2:15: 日期要写成 2026-10-01,或者 2026-10-01..2026-10-07"),
                argumentSet(
                        "a holiday that is worked",
                        "calendar: a\nholidays: {b: 2026-10-01}\nworkdays: 2026-10-01",
                        "1:1: 2026-10-01 既是节假日又是调休上班日"),
                argumentSet(
                        "a time in words",
                        "calendar: a\nhours: {b: {at: 上午}}",
                        "2:17: 时间要写成 09:00-18:00,到第二天写成 22:00-06:00,到半夜写成 18:00-24:00"),
                argumentSet(
                        "a time that no clock has",
                        "calendar: a\nhours: {b: {at: '09:00-25:00'}}",
                        "2:17: 时间要写成 09:00-18:00,到第二天写成 22:00-06:00,到半夜写成 18:00-24:00"),
                argumentSet(
                        "a day of the week that is none",
                        "calendar: a\nhours: {b: {weekdays: friyay}}",
                        "2:23: 星期要写成 mon、mon-fri,或者 周一、周一至周五"),
                argumentSet(
                        "a kind of day that is none",
                        "calendar: a\nhours: {b: {day: sunny}}",
                        "2:18: day 可以写 workday、weekend、holiday,或者 day-off(周末和节假日)"),
                argumentSet(
                        "hours that are no map",
                        "calendar: a\nhours: {b: 09:00-18:00}",
                        "2:12: 营业时间要写成 {day: workday, at: [09:00-12:00, 13:30-18:00]}"));
    }

    @ParameterizedTest
    @MethodSource
    void mistakes(String file, String mistake) {
        // Given
        Mistakes mistakes = new Mistakes();
        // When
        read(file, mistakes);
        // Then
        assertThat(mistakes.list()).extracting(Mistake::toString).containsExactly("calendars/test.yaml:" + mistake);
    }

    @Test
    void aNameIsUsedOnceAmongAllFiles() {
        // Given
        Mistakes mistakes = new Mistakes();
        String file = "calendar: a\nhours: {b: {at: '09:00-18:00'}}";
        // When
        new CalendarFiles(SHANGHAI)
                .read(List.of(source("calendars/1.yaml", file), source("calendars/2.yaml", file)), mistakes);
        // Then
        assertThat(mistakes.list())
                .extracting(Mistake::message)
                .containsExactly("日历“a”已经在 calendars/1.yaml:1 写过", "营业时间“b”已经在 calendars/1.yaml:2 写过");
    }

    private static Calendars read(String file, Mistakes mistakes) {
        return new CalendarFiles(SHANGHAI).read(List.of(source("calendars/test.yaml", file)), mistakes);
    }

    private static SourceFile source(String path, String text) {
        return new SourceFile(path, text, SourceFile.Origin.COMPANY);
    }
}
