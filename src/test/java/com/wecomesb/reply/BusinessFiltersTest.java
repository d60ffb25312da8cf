package com.wecomesb.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessFiltersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-20T16:30:00Z | 2026-11-21 00:30",
                "2026-11-20T16:30:00.123Z | 2026-11-21 00:30",
                "2026-11-21T01:30:00+09:00 | 2026-11-21 00:30",
                "2026-11-21T00:30:00 | 2026-11-21 00:30",
                "2026-11-21 00:30:00 | 2026-11-21 00:30",
                "2026/11/21 00:30 | 2026-11-21 00:30",
                "2026-11-21 | 2026-11-21 00:00",
                "1795192200 | 2026-11-21 00:30",
                "1795192200000 | 2026-11-21 00:30",
                "下周二 | 下周二",
                " | ''"
            })
    void aTimeIsShownInTheBusinessTimeZone(@Nullable String time, String shown) {
        assertThat(render("{{ v | date: '%Y-%m-%d %H:%M' }}", time)).isEqualTo(shown);
    }

    @Test
    void theBusinessTimeZoneIsThatOfTheSettings() {
        // Given
        Template template = Template.of("{% for i in (1..1) %}{{ v | date: '%H:%M' }}{% endfor %}");
        // When
        String shown = template.render(Map.of("v", "2026-11-20T16:30:00Z", "time_zone", "Europe/Berlin"));
        // Then
        assertThat(shown).isEqualTo("17:30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1999 | 19.99", "0 | 0.00", "-5 | -0.05", "100000000 | 1000000.00", "abc | ''", " | ''"})
    void fenAreYuan(@Nullable String fen, String yuan) {
        assertThat(render("{{ v | yuan }}", fen)).isEqualTo(yuan);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"13812345678 | 138****5678", "王小芳 | 王****", "😀😀 | 😀****", " | ''"})
    void whatIsMaskedShowsItsEndsOnly(@Nullable String text, String masked) {
        assertThat(render("{{ v | mask }}", text)).isEqualTo(masked);
    }

    private static String render(String template, @Nullable String value) {
        Map<String, Object> context = new HashMap<>();
        context.put("v", value);
        return Template.of(template).render(context);
    }
}
