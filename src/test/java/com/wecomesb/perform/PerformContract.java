package com.wecomesb.perform;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.action.ActionState;
import com.wecomesb.conversation.Conversation;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** That an action is performed and told of once, whatever happens meanwhile, the same on every database. */
abstract class PerformContract extends PerformStep {

    PerformContract(TestDatabase database) {
        super(database);
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
}
