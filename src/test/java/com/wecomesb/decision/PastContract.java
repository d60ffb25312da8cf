package com.wecomesb.decision;

import static com.wecomesb.decision.ReceivedEvents.together;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What rules know of what came before an event, the same on every database. */
abstract class PastContract extends DecideStep {

    private static final String REPLIES = """
            replies:
              - {id: fallback, messages: [{text: 您可以问退货}]}
              - {id: hello, messages: [{text: "{{ brand.name }}您好,电话 {{ brand.hotline }}"}]}
            """;

    PastContract(TestDatabase database) {
        super(database);
    }

    /** Beside these a rule that takes whatever they leave: nothing goes to people for want of an answer. */
    private void follow(String... rules) {
        String all = Stream.of(rules).map(rule -> "  - " + rule + "\n").collect(Collectors.joining());
        decide.follow("rules:\n" + all + "  - {id: any, priority: -1, then: [{tag: seen}]}", REPLIES);
    }

    @Test
    void theThirdMessageWithinThePeriodIsCountedWithTheStoredOnes() {
        // Given
        follow("{id: third, when: {count: {messages: {is: 3, within: 10m}}}, then: [{tag: x}]}");
        decide.now(events.kf("m1", "wm1", "在吗"));
        decide.now(events.kf("m2", "wm1", "在吗"));
        decide.now(events.kf("other", "wm2", "在吗"));
        // When
        decide.now(events.kf("m3", "wm1", "在吗"));
        decide.now(events.kf("m4", "wm1", "在吗"));
        // Then
        assertThat(decided.outcome("m2")).isEqualTo("DECIDED any");
        assertThat(decided.outcome("m3")).isEqualTo("DECIDED third");
        assertThat(decided.outcome("m4")).doesNotContain("third");
    }

    @Test
    void theThirdMessageOfOneBatchIsCounted() {
        // Given
        follow("{id: third, when: {count: {messages: {is: 3, within: 10m}}}, then: [{tag: x}]}");
        // When
        decide.now(together(
                events.kf("m1", "wm1", "在吗"),
                events.kf("other", "wm2", "在吗"),
                events.kf("m2", "wm1", "在吗"),
                events.kf("m3", "wm1", "在吗")));
        // Then
        assertThat(decided.outcome("m1")).isEqualTo("DECIDED any");
        assertThat(decided.outcome("m2")).isEqualTo("DECIDED any");
        assertThat(decided.outcome("m3")).isEqualTo("DECIDED third");
        assertThat(decided.outcome("other")).isEqualTo("DECIDED any");
    }

    @Test
    void whatIsOlderThanThePeriodIsNotCounted() {
        // Given
        follow("{id: often, when: {count: {messages: {at-least: 2, within: 10m}}}, then: [{tag: x}]}");
        decide.now(events.kf("m1", "wm1", "在吗"));
        decide.clock().advance(Duration.ofMinutes(10));
        // When
        decide.now(events.kf("m2", "wm1", "在吗"));
        decide.clock().advance(Duration.ofMinutes(9));
        decide.now(events.kf("m3", "wm1", "在吗"));
        // Then
        assertThat(decided.outcome("m2")).isEqualTo("DECIDED any");
        assertThat(decided.outcome("m3")).isEqualTo("DECIDED often");
    }

    @Test
    void eachRuleCountsInItsOwnPeriodUpToItsOwnNumber() {
        // Given
        follow(
                "{id: five-a-day, priority: 2, when: {count: {messages: {at-least: 5, within: 1d}}}, then: [{tag: x}]}",
                "{id: two-a-minute, priority: 1, when: {count: {messages: {at-least: 2, within: 1m}}}, then: [{tag: y}]}");
        for (int i = 1; i <= 5; i++) {
            decide.now(events.kf("m" + i, "wm1", "在吗"));
            decide.clock().advance(Duration.ofMinutes(5));
        }
        // When
        decide.now(events.kf("m6", "wm1", "在吗"));
        // Then
        assertThat(decided.outcome("m4")).doesNotContain("five-a-day").doesNotContain("two-a-minute");
        assertThat(decided.outcome("m5")).isEqualTo("DECIDED five-a-day");
        assertThat(decided.outcome("m6")).isEqualTo("DECIDED five-a-day");
    }

    @Test
    void whatTheBotLastRepliedIsKnownToTheNextMessage() {
        // Given
        follow(
                "{id: again, priority: 2, when: {conversation: {last-rule: hi, last-reply: hello, replied: {within: 5m}}}, then: [{tag: x}]}",
                "{id: hi, when: {keywords: 你好}, then: [{reply: hello}]}");
        decide.now(events.kf("m1", "wm1", "你好"));
        // When
        decide.now(events.kf("m2", "wm1", "你好"));
        decide.clock().advance(Duration.ofMinutes(6));
        decide.now(events.kf("m3", "wm1", "你好"));
        // Then
        assertThat(decided.outcome("m1")).isEqualTo("DECIDED hi");
        assertThat(decided.outcome("m2")).isEqualTo("DECIDED again");
        assertThat(decided.outcome("m3")).isEqualTo("DECIDED hi");
    }

    @Test
    void theFallbackIsTheLastReplyOfNoRule() {
        // Given
        decide.follow(
                "rules: [{id: again, when: {keywords: 你好, conversation: {last-reply: fallback}}, then: [{tag: x}]}]",
                REPLIES);
        decide.now(events.kf("m1", "wm1", "量子纠缠"));
        // When
        decide.now(events.kf("m2", "wm1", "你好"));
        // Then
        assertThat(decided.outcome("m2")).isEqualTo("DECIDED again");
    }

    @Test
    void aCustomerWhoComesBackWasSilent() {
        // Given
        follow("{id: back, when: {conversation: {silent: {longer-than: 3d}}}, then: [{tag: x}]}");
        decide.now(events.kf("m1", "wm1", "在吗"));
        decide.clock().advance(Duration.ofDays(4));
        // When
        decide.now(together(events.kf("m2", "wm1", "在吗"), events.kf("m3", "wm1", "在吗")));
        // Then
        assertThat(decided.outcome("m1")).isEqualTo("DECIDED any");
        assertThat(decided.outcome("m2")).isEqualTo("DECIDED back");
        assertThat(decided.outcome("m3")).isEqualTo("DECIDED any");
    }

    @Test
    void aContactIsNewForItsFirstDay() {
        // Given
        follow("{id: welcome, when: {contact: new}, then: [{tag: x}]}");
        // When
        decide.now(events.kf("m1", "wm1", "在吗"));
        decide.clock().advance(Duration.ofHours(25));
        decide.now(events.kf("m2", "wm1", "在吗"));
        // Then
        assertThat(decided.outcome("m1")).isEqualTo("DECIDED welcome");
        assertThat(decided.outcome("m2")).isEqualTo("DECIDED any");
    }

    @Test
    void aPersonIsKnownByTheIdOfTheEvent() {
        // Given
        follow(
                "{id: vip, when: {identity: {external_userid: wm1}}, then: [{tag: x}]}",
                "{id: boss, when: {identity: {userid: boss}}, then: [{tag: x}]}");
        // When
        decide.now(events.kf("m1", "wm1", "在吗"));
        decide.now(events.member("m2", "boss", "在吗"));
        decide.now(events.kf("m3", "boss", "在吗"));
        // Then
        assertThat(decided.outcome("m1")).isEqualTo("DECIDED vip");
        assertThat(decided.outcome("m2")).isEqualTo("DECIDED boss");
        assertThat(decided.outcome("m3")).isEqualTo("DECIDED any");
    }

    @Test
    void aReplySpeaksInTheWordsOfTheAccountsBrand() {
        // Given
        follow("{id: hi, when: {brand: A, account: 旗舰店, app: service}, then: [{reply: hello}]}");
        // When
        decide.now(events.kf("m1", "wm1", "你好"));
        // Then
        assertThat(decided.payload("reply")).contains("A您好,电话 400-1");
    }
}
