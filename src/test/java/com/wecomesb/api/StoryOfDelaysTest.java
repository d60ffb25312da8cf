package com.wecomesb.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How people read of scheduled and cancelled actions. */
class StoryOfDelaysTest {

    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final String REMINDER =
            "{\"after\":\"PT30M\",\"unless\":\"answered\",\"then\":[\"reply\",\"notify\"]}";

    static Stream<Arguments> delays() {
        return Stream.of(
                argumentSet("seconds", Duration.ofSeconds(20), "20 秒后:回复、通知(客户又发消息就取消)"),
                argumentSet("minutes", Duration.ofMinutes(30), "30 分钟后:回复、通知(客户又发消息就取消)"),
                argumentSet("hours", Duration.ofMinutes(125), "2 小时 5 分钟后:回复、通知(客户又发消息就取消)"),
                argumentSet("days", Duration.ofHours(72), "3 天后:回复、通知(客户又发消息就取消)"));
    }

    @ParameterizedTest
    @MethodSource
    void delays(Duration delay, String words) {
        // When
        List<Step> story = story("READY", delay, null, null);

        // Then
        assertThat(story).extracting(Step::what).containsExactly("安排定时动作");
        assertThat(story).extracting(Step::detail).containsExactly(words);
    }

    @Test
    void aCancelledOneIsToldTwiceWithTheReason() {
        // When
        List<Step> story = story("SUPPRESSED", Duration.ofMinutes(30), NOON.plusSeconds(60), "客户又发了消息,不再需要");

        // Then
        assertThat(story).extracting(Step::what).containsExactly("安排定时动作", "定时动作:已取消");
        assertThat(story.get(1).detail()).isEqualTo("客户又发了消息,不再需要");
        assertThat(story.get(1).ms()).isEqualTo(60_000);
    }

    @Test
    void oneThatHasEndedIsToldWhenItDid() {
        // When
        List<Step> story = story("DONE", Duration.ofMinutes(30), NOON.plusSeconds(1800), null);

        // Then
        assertThat(story).extracting(Step::what).containsExactly("安排定时动作", "定时动作:到时间,开始执行");
        assertThat(story.get(1).level()).isEqualTo("done");
    }

    private static List<Step> story(
            String state, Duration delay, @Nullable Instant settledAt, @Nullable String reason) {
        ActionView action;
        try {
            action = new ActionView(
                    "id",
                    "event",
                    "cause",
                    "rule",
                    "schedule",
                    "delay",
                    null,
                    state,
                    reason,
                    0,
                    NOON,
                    NOON.plus(delay),
                    NOON.plus(delay),
                    settledAt,
                    settledAt,
                    null,
                    null,
                    new ObjectMapper().readTree(REMINDER),
                    null);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException(exception);
        }
        return Story.of(List.of(), List.of(action), List.of());
    }
}
