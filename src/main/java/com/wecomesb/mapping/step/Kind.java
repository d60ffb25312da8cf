package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What sort of value stands somewhere. */
public enum Kind {
    TEXT("文本"),
    INTEGER("整数"),
    DECIMAL("小数"),
    BOOLEAN("真假值"),
    LIST("列表"),
    OBJECT("对象");

    public static final Set<Kind> ALL = Collections.unmodifiableSet(EnumSet.allOf(Kind.class));
    static final Set<Kind> SCALARS = Collections.unmodifiableSet(EnumSet.of(TEXT, INTEGER, DECIMAL, BOOLEAN));
    static final Set<Kind> SCALARS_AND_LISTS = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(OBJECT)));

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** For people. */
    public String word() {
        return word;
    }

    /** The kinds in words, {@code 整数或小数}. */
    public static String words(Collection<Kind> kinds) {
        return EnumSet.copyOf(kinds).stream().map(Kind::word).collect(Collectors.joining("或"));
    }

    /** What a value is, in words; also {@code 空}. */
    public static String wordOf(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "空" : of(value).word;
    }

    /** The kind of a value that is there; text for what JSON does not know. */
    public static Kind of(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.isIntegralNumber() ? INTEGER : DECIMAL;
            case BOOLEAN -> BOOLEAN;
            case ARRAY -> LIST;
            case OBJECT -> OBJECT;
            default -> TEXT;
        };
    }
}
