package com.wecomesb.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a calendar says of a day. */
public enum DayKind {
    WORKDAY("工作日"),
    WEEKEND("周末"),
    HOLIDAY("节假日");

    private final String words;

    DayKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** As it is written in files: {@code workday}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DayKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
