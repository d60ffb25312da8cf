package com.wecomesb.perform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.action.ActionState;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.ConversationState;
import com.wecomesb.conversation.Conversations;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the perform step promises, the same on every database. */
abstract class PerformContract {

    private static final Conversation.Address ADDRESS = new Conversation.Address("ww1", "kf", "service", "wk1", "wm1");

    private final TestDatabase database;
    private PerformContext perform;
    private JdbcTemplate jdbc;
    private long position;

    PerformContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        perform = new PerformContext(database.migrated());
        jdbc = perform.jdbc();
    }

    @AfterEach
    void close() {
        perform.close();
    }

    @Test
    void onlyTheOldestOfALaneIsClaimed() {
        // Given
        insert(crm("a", "lane"), crm("b", "lane"));

        // When
        Claims.Next first = perform.claims().next("lane");
        Claims.Next second = perform.claims().next("lane");

        // Then
        assertThat(claimed(first)).isEqualTo("a");
        assertThat(second).isInstanceOf(Claims.Next.Nothing.class);
    }

    @Test
    void theNextFollowsOnceTheOldestIsSettled() {
        // Given
        insert(crm("a", "lane"), crm("b", "lane"));
        perform.settlement().settle(claim("lane"), new Effect.Done(null, "remote-1"));

        // When
        Claims.Next next = perform.claims().next("lane");

        // Then
        assertThat(claimed(next)).isEqualTo("b");
        assertThat(state("a")).isEqualTo("DONE");
    }

    @Test
    void aPauseOfLessThanASecondIsNotOvertaken() {
        // Given
        insert(crm("first", "lane"), crm("second", "lane"), crm("later", "lane"));
        due("second", Duration.ofMillis(700));
        perform.settlement().settle(claim("lane"), new Effect.Done(null, null));

        // When
        Claims.Next during = perform.claims().next("lane");
        perform.clock().advance(Duration.ofMillis(700));
        perform.sweep();
        Claims.Next after = perform.claims().next("lane");

        // Then
        assertThat(during).isInstanceOf(Claims.Next.Nothing.class);
        assertThat(perform.published()).contains("second");
        assertThat(claimed(after)).isEqualTo("second");
    }

    @Test
    void whatIsDueMuchLaterHoldsNobodyUp() {
        // Given
        insert(crm("tomorrow", "lane"), crm("now", "lane"));
        due("tomorrow", Duration.ofDays(1));

        // When
        Claims.Next next = perform.claims().next("lane");

        // Then
        assertThat(claimed(next)).isEqualTo("now");
    }

    @Test
    void aRetriedHeadHoldsItsLaneAndNoOther() {
        // Given
        insert(crm("a", "lane"), crm("b", "lane"), crm("c", "other"));
        perform.settlement().settle(claim("lane"), new Effect.Retry("500"));

        // When
        Claims.Next same = perform.claims().next("lane");
        Claims.Next other = perform.claims().next("other");
        perform.clock().advance(Duration.ofSeconds(3));
        Claims.Next later = perform.claims().next("lane");

        // Then
        assertThat(same).isInstanceOf(Claims.Next.Nothing.class);
        assertThat(claimed(other)).isEqualTo("c");
        assertThat(claimed(later)).isEqualTo("a");
    }

    @Test
    void aPermanentFaultReleasesTheLaneAndLeavesADeadLetter() {
        // Given
        insert(crm("a", "lane"), crm("b", "lane"));

        // When
        perform.settlement().settle(claim("lane"), new Effect.Failed("手机号格式不对", "422"));

        // Then
        assertThat(state("a")).isEqualTo("FAILED");
        assertThat(claimed(perform.claims().next("lane"))).isEqualTo("b");
        assertThat(jdbc.queryForObject("SELECT reason FROM dead_letter WHERE reference = 'a'", String.class))
                .isEqualTo("手机号格式不对");
        assertThat(jdbc.queryForObject("SELECT outcome_wanted FROM action WHERE id = 'a'", Boolean.class))
                .isTrue();
    }

    @Test
    void nothingOfTheBotStartsAfterATakeover() {
        // Given
        Conversation conversation = talk();
        insert(reply("a", conversation));
        perform.inTransaction(() -> {
            Conversations conversations = perform.conversations();
            conversations.save(List.of(conversations
                    .lock(Set.of(conversation.id()))
                    .get(conversation.id())
                    .ownedBy(ConversationState.HUMAN)));
        });

        // When
        Claims.Next next = perform.claims().next("reply:" + conversation.id());

        // Then
        assertThat(next).isInstanceOf(Claims.Next.Settled.class);
        assertThat(state("a")).isEqualTo("SUPPRESSED");
    }

    @Test
    void anEndedLeaseLeavesTheActionUnknownAndItsLateResultIsNotWritten() {
        // Given
        insert(crm("a", "lane"));
        Claim lost = claim("lane");
        perform.clock().advance(Duration.ofSeconds(61));
        perform.waiting().takeBackLostClaims(perform.clock().instant());

        // When
        Claim again = claim("lane");
        ActionState late = perform.settlement().settle(lost, new Effect.Done(null, "late"));

        // Then
        assertThat(again.uncertain()).isTrue();
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(late).isNull();
        assertThat(state("a")).isEqualTo("IN_FLIGHT");
    }

    @Test
    void aThrottleOfAnHourHoldsBackItsPathAndEverythingGoesOnAfterIt() {
        // Given
        Conversation conversation = talk();
        insert(reply("a", conversation), crm("c", "crm-lane"));
        Instant until = perform.clock().instant().plus(Duration.ofMinutes(60));
        Claim claim = claim("reply:" + conversation.id());
        perform.gates().throttle(claim.action().target(), until, "45009");
        perform.settlement().settle(claim, new Effect.Throttled(until, true, "45009"));

        // When
        perform.clock().advance(Duration.ofMinutes(59));
        perform.sweep();
        List<String> before = perform.published();
        perform.clock().advance(Duration.ofMinutes(2));
        perform.sweep();

        // Then
        assertThat(state("a")).isEqualTo("PARKED");
        assertThat(before).containsExactly("c");
        assertThat(perform.published()).contains("a");
        assertThat(claimed(perform.claims().next("reply:" + conversation.id()))).isEqualTo("a");
    }

    @Test
    void aPauseHoldsBackOnlyItsSystemAndIsInForceWithTheNextSweep() {
        // Given
        Action paused = crm("a", "lane");
        insert(paused, ticket("t", "ticket-lane"));
        perform.actions().published(List.of(paused.reference()));
        jdbc.update(
                "INSERT INTO gate (scope, kind, reason, set_at) VALUES ('system:crm', 'pause', '维护', ?)",
                perform.now());
        perform.sweep();

        // When
        Claims.Next held = perform.claims().next("lane");
        Claims.Next free = perform.claims().next("ticket-lane");
        jdbc.update("DELETE FROM gate");
        perform.clock().advance(Duration.ofSeconds(1));
        perform.sweep();

        // Then
        assertThat(held).isInstanceOf(Claims.Next.Nothing.class);
        assertThat(claimed(free)).isEqualTo("t");
        assertThat(perform.published()).contains("a");
        assertThat(claimed(perform.claims().next("lane"))).isEqualTo("a");
    }

    @Test
    void whatComesTooLateExpiresAndSaysSo() {
        // Given
        Conversation conversation = talk();
        insert(reply("a", conversation));

        // When
        perform.clock().advance(Duration.ofHours(3));
        perform.sweep();

        // Then
        assertThat(state("a")).isEqualTo("EXPIRED");
    }

    @Test
    void theSixthMessageWaitsUntilTheCustomerWrites() {
        // Given
        Conversation conversation = talk();
        for (int i = 0; i < 6; i++) {
            insert(reply("r" + i, conversation));
        }
        String lane = "reply:" + conversation.id();
        for (int i = 0; i < 5; i++) {
            perform.settlement().settle(claim(lane), new Effect.Done(null, null));
        }

        // When
        Claims.Next sixth = perform.claims().next(lane);

        // Then
        assertThat(sixth).isInstanceOf(Claims.Next.Nothing.class);
        assertThat(state("r5")).isEqualTo("PARKED");
    }

    @Test
    void whatWasNeverPublishedIsPublishedByTheSweeper() {
        // Given
        insert(crm("a", "lane"), crm("b", "lane"));

        // When
        perform.clock().advance(Duration.ofSeconds(3));
        perform.sweep();

        // Then
        assertThat(perform.published()).containsExactly("a");
    }

    @Test
    void anOutcomeThatACrashKeptBackIsPublishedByTheSweeper() {
        // Given
        insert(crm("a", "lane"));
        perform.settlement().settle(claim("lane"), new Effect.Failed("坏了", "test"));

        // When
        perform.clock().advance(Duration.ofSeconds(3));
        perform.sweep();
        perform.sweep();

        // Then
        assertThat(perform.events()).containsExactly("esb.crm.contact-upsert.failed");
    }

    @Test
    void aSecondTextOfTheSameWordsIsKnownAsSuch() {
        // Given
        Conversation conversation = talk();
        insert(reply("a", conversation), reply("b", conversation));
        String lane = "reply:" + conversation.id();
        Claim first = claim(lane);
        boolean firstAlike =
                perform.claims().sentAlike(first, perform.clock().instant().minusSeconds(300));
        perform.settlement().settle(first, new Effect.Done(null, null));

        // When
        Claim second = claim(lane);
        boolean secondAlike =
                perform.claims().sentAlike(second, perform.clock().instant().minusSeconds(300));

        // Then
        assertThat(firstAlike).isFalse();
        assertThat(secondAlike).isTrue();
    }

    @Test
    void eightWorkersClaimALaneOnce() throws Exception {
        // Given
        insert(crm("a", "lane"));
        ExecutorService workers = Executors.newFixedThreadPool(8);
        Callable<Claims.Next> look = () -> perform.claims().next("lane");

        // When
        List<Future<Claims.Next>> looks = workers.invokeAll(Collections.nCopies(8, look));

        // Then
        long claims = 0;
        for (Future<Claims.Next> one : looks) {
            claims += one.get() instanceof Claims.Next.Perform ? 1 : 0;
        }
        assertThat(claims).isEqualTo(1);
        workers.shutdownNow();
    }

    private Claim claim(String lane) {
        return ((Claims.Next.Perform) perform.claims().next(lane)).claim();
    }

    private static String claimed(Claims.Next next) {
        return ((Claims.Next.Perform) next).claim().action().id();
    }

    private @Nullable String state(String id) {
        return jdbc.queryForObject("SELECT state FROM action WHERE id = ?", String.class, id);
    }

    private Conversation talk() {
        return perform.inTransaction(() -> {
            Map<String, Conversation> opened =
                    perform.conversations().openAndLock(List.of(new Conversations.Opening("conv", ADDRESS, "contact")));
            Conversation written =
                    opened.get("conv").customerWrote(perform.clock().instant(), Conversation.KF_WINDOW);
            perform.conversations().save(List.of(written));
            return written;
        });
    }

    private void due(String id, Duration after) {
        OffsetDateTime due = perform.now().plus(after);
        jdbc.update(
                "UPDATE action SET due_at = ?, next_attempt_at = ?, published_at = ? WHERE id = ?",
                due,
                due,
                perform.now(),
                id);
    }

    private void insert(Action... actions) {
        perform.actions()
                .insert(List.of(actions).stream()
                        .map(action -> new ActionLog.Entry(action, ActionState.READY, null))
                        .toList());
    }

    private Action crm(String id, String lane) {
        return action(id, ActionKind.CRM, "contact-upsert", "crm", "system:crm", lane, null);
    }

    private Action ticket(String id, String lane) {
        return action(id, ActionKind.TICKET, "ticket-create", "ticket", "system:ticket", lane, null);
    }

    private Action reply(String id, Conversation conversation) {
        return action(
                id,
                ActionKind.REPLY,
                "kf/send_msg",
                "service",
                "wecom:ww1:kf/send_msg",
                "reply:" + conversation.id(),
                conversation);
    }

    private Action action(
            String id,
            ActionKind kind,
            String verb,
            String system,
            String target,
            String lane,
            @Nullable Conversation conversation) {
        Instant now = perform.clock().instant();
        return new Action(
                id,
                new Action.Cause("event", "event", 0, "rule"),
                kind,
                verb,
                system,
                target,
                lane,
                position++,
                conversation == null ? null : conversation.id(),
                "contact",
                conversation == null ? 1 : conversation.epoch(),
                conversation != null,
                JsonNodeFactory.instance.objectNode(),
                conversation == null ? null : "same-words",
                null,
                "snapshot",
                now,
                conversation == null ? null : now.plus(Duration.ofHours(2)),
                false);
    }
}
