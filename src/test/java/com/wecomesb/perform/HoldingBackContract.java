package com.wecomesb.perform;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.action.Action;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.conversation.ConversationState;
import com.wecomesb.conversation.Conversations;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an action waits for, and what keeps it from being performed at all, the same on every database. */
abstract class HoldingBackContract extends PerformStep {

    HoldingBackContract(TestDatabase database) {
        super(database);
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
}
