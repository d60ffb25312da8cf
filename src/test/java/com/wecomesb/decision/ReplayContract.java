package com.wecomesb.decision;

import static com.wecomesb.decision.ReceivedEvents.together;
import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is promised of deciding stored events again, the same on every database. */
abstract class ReplayContract extends DecideStep {

    private static final String REPLIES = "replies: [{id: fallback, messages: [{text: 您可以问退货}]}]";
    private static final String HELLO = "  - {id: hello, when: {keywords: 你好}, then: [{reply: {text: 您好}}]}\n";
    private static final Instant EVER = Instant.EPOCH;

    ReplayContract(TestDatabase database) {
        super(database);
    }

    /** What was decided until now, by the rules until now and by these. */
    private List<Replayed> tryOut(String... rules) {
        Policy before = decide.policyNow();
        follow(rules);
        return decide.replay(before, decide.policyNow(), EVER);
    }

    private void follow(String... rules) {
        decide.follow("rules:\n" + String.join("", rules), REPLIES);
    }

    @Test
    void theSameRulesDecideTheSameAgain() {
        // Given
        decide.now(together(
                events.kf("m1", "wm1", "你好,我想退货,怎么办理?"),
                events.kf("m2", "wm1", "耳机坏了怎么办"),
                events.kf("m3", "wm2", "量子纠缠是什么")));
        decide.now(events.kf("m4", "wm2", "宇宙有多大"));
        decide.now(events.kf("m5", "wm2", "我要投诉你们"));
        // When
        List<Replayed> replayed = decide.replay(decide.policyNow(), decide.policyNow(), EVER);
        // Then
        assertThat(replayed)
                .extracting(one -> one.before().outcome() + " " + one.before().rule())
                .containsExactly(
                        decided.outcome("m1"),
                        decided.outcome("m2"),
                        decided.outcome("m3"),
                        decided.outcome("m4"),
                        decided.outcome("m5"));
        assertThat(replayed).noneMatch(Replayed::isChanged);
        assertThat(replayed.get(0).before().deeds())
                .extracting(Deed::words)
                .anyMatch(words -> words.startsWith("回复客户:"))
                .anyMatch(words -> words.equals("创建工单:退换货:你好,我想退货,怎么办理?"));
        assertThat(replayed.get(1).before().deeds()).extracting(Deed::words).contains("打标签:售后/维修");
        assertThat(replayed.get(4).before().deeds()).extracting(Deed::words).contains("会话转人工");
    }

    @Test
    void nothingIsWrittenAndNothingIsSent() {
        // Given
        decide.now(events.kf("m1", "wm1", "我想退货"));
        long actions = decided.count("action");
        int published = decide.published().size();
        // When
        tryOut("  - {id: tagging, when: {keywords: 退货}, then: [{tag: 售后/退货}, {reply: {text: 好}}, {handoff: 售后组}]}\n");
        // Then
        assertThat(decided.count("action")).isEqualTo(actions);
        assertThat(decided.count("event")).isEqualTo(1);
        assertThat(decide.published()).hasSize(published);
        assertThat(decided.tags()).isEmpty();
        assertThat(decided.conversationState()).isEqualTo("BOT");
    }

    @Test
    void aChangedRuleIsToldWithWhatWasDoneAndWhatWouldBe() {
        // Given
        follow(HELLO);
        decide.now(events.kf("m1", "wm1", "你好"));
        decide.now(events.kf("m2", "wm1", "你好,便宜点"));
        // When
        List<Replayed> replayed =
                tryOut(HELLO, "  - {id: cheaper, priority: 5, when: {keywords: 便宜}, then: [{reply: {text: 送您一张券}}]}\n");
        // Then
        assertThat(replayed).extracting(Replayed::isChanged).containsExactly(false, true);
        Replayed changed = replayed.get(1);
        assertThat(changed.recorded()).isEqualTo("hello");
        assertThat(changed.before().deeds()).extracting(Deed::words).containsExactly("回复客户:您好");
        assertThat(changed.after().rule()).isEqualTo("cheaper");
        assertThat(changed.after().deeds()).extracting(Deed::words).containsExactly("回复客户:送您一张券");
    }

    @Test
    void anEventIsDecidedInTheSituationThatItWasIn() {
        // Given
        follow(
                "  - {id: mark, when: {keywords: 会员}, then: [{tag: 会员/黄金}, {set: {spent: 12}}, {reply: {text: 好}}]}\n",
                HELLO);
        decide.now(events.kf("m1", "wm1", "你好"));
        decide.now(events.kf("m2", "wm1", "我是会员"));
        decide.now(events.kf("m3", "wm1", "你好"));
        decide.now(events.kf("m4", "wm1", "量子纠缠"));
        decide.now(events.kf("m5", "wm1", "你好"));
        // When
        List<Replayed> replayed = tryOut(
                "  - {id: missed, priority: 3, when: {conversation: {unanswered: 1}, keywords: 你好}, then: [{tag: x}]}\n",
                "  - {id: vip, priority: 2, when: {tag: 会员, attribute: {spent: {at-least: 10}}, keywords: 你好}, then: [{tag: x}]}\n",
                "  - {id: after-hello, priority: 1, when: {conversation: {last-rule: hello}}, then: [{tag: x}]}\n",
                HELLO);
        // Then
        assertThat(replayed)
                .extracting(one -> String.valueOf(one.after().rule()))
                .containsExactly("hello", "after-hello", "vip", "after-hello", "missed");
    }

    @Test
    void aRuleIsAskedAsOfTheTimeOfTheEvent() {
        // Given
        decide.now(events.kf("m1", "wm1", "你好"));
        decide.clock().advance(Duration.ofHours(12));
        decide.now(events.kf("m2", "wm1", "你好"));
        decide.clock().advance(Duration.ofDays(3));
        // When
        List<Replayed> replayed =
                tryOut("  - {id: by-day, when: {time: {at: 11:00-13:00}}, then: [{reply: {text: 白天}}]}\n");
        // Then
        assertThat(replayed)
                .extracting(one -> String.valueOf(one.after().rule()))
                .containsExactlyInAnyOrder("by-day", "null");
    }

    @Test
    void whatACustomerDidBeforeIsCountedFromTheStoredEvents() {
        // Given
        follow(HELLO);
        decide.now(events.kf("old", "wm1", "你好"));
        decide.clock().advance(Duration.ofMinutes(1));
        Instant since = decide.clock().instant();
        for (int i = 1; i <= 3; i++) {
            decide.now(events.kf("m" + i, "wm1", "你好"));
        }
        Policy before = decide.policyNow();
        follow("  - {id: third, when: {count: {messages: {is: 3, within: 10m}}}, then: [{tag: x}]}\n");
        // When
        List<Replayed> replayed = decide.replay(before, decide.policyNow(), since);
        // Then
        assertThat(replayed)
                .extracting(one -> String.valueOf(one.after().rule()))
                .containsExactly("null", "third", "null");
    }

    @Test
    void aPauseFollowsFromWhatTheRulesWouldHaveDone() {
        // Given
        follow(HELLO);
        decide.now(events.kf("m1", "wm1", "你好"));
        decide.now(events.kf("m2", "wm1", "你好"));
        decide.clock().advance(Duration.ofMinutes(11));
        decide.now(events.kf("m3", "wm1", "你好"));
        // When
        List<Replayed> replayed =
                tryOut("  - {id: coupon, cooldown: 10m, when: {keywords: 你好}, then: [{reply: {text: 券}}]}\n");
        // Then
        assertThat(replayed)
                .extracting(one -> String.valueOf(one.after().rule()))
                .containsExactly("coupon", "null", "coupon");
    }

    @Test
    void whatNoRuleWasAskedAboutIsLeftOut() {
        // Given
        decide.now(events.kf("m1", "wm1", "我要找客服"));
        decide.now(events.kf("m2", "wm1", "你好"));
        decide.now(events.kfAgo("m3", "wm2", "你好", Duration.ofHours(3)));
        // When
        List<Replayed> replayed = tryOut(HELLO);
        // Then
        assertThat(decided.outcome("m2")).startsWith("WITH_PEOPLE");
        assertThat(decided.outcome("m3")).startsWith("TOO_LATE");
        assertThat(replayed).extracting(Replayed::recorded).containsExactly("wants-people");
    }

    @Test
    void onlyThePeriodIsLookedAt() {
        // Given
        follow(HELLO);
        for (int i = 1; i <= 7; i++) {
            decide.now(events.kf("m" + i, "wm" + i, "你好"));
            decide.clock().advance(Duration.ofDays(1));
        }
        // When
        List<Replayed> replayed = decide.replay(
                decide.policyNow(), decide.policyNow(), decide.clock().instant().minus(Duration.ofHours(60)));
        // Then
        assertThat(replayed).hasSize(2);
    }
}
