package com.wecomesb.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final Conversation WITH_BOT = new Conversation(
            "k",
            new Conversation.Address("ww1", "kf", "service", "wk1", "wm1"),
            "c",
            ConversationState.BOT,
            1,
            0,
            0,
            NOON,
            null);

    @Test
    void aChangeOfOwnerBeginsANewEpoch() {
        // When
        Conversation taken = WITH_BOT.ownedBy(ConversationState.HUMAN);

        // Then
        assertThat(taken.epoch()).isEqualTo(2);
        assertThat(taken.ownedBy(ConversationState.HUMAN).epoch()).isEqualTo(2);
    }

    @Test
    void aMessageFillsTheReplyBudget() {
        // When
        Conversation written = WITH_BOT.customerWrote(NOON.plusSeconds(5), Conversation.KF_WINDOW);

        // Then
        assertThat(written.replyBudget()).isEqualTo(Conversation.KF_REPLY_BUDGET);
        assertThat(written.epoch()).isEqualTo(1);
    }

    @Test
    void whoComesBackAfterTheEndMeetsTheBotInANewEpoch() {
        // Given
        Conversation ended = WITH_BOT.ownedBy(ConversationState.CLOSED);

        // When
        Conversation back = ended.customerWrote(NOON.plusSeconds(60), Conversation.KF_WINDOW);

        // Then
        assertThat(back.state()).isEqualTo(ConversationState.BOT);
        assertThat(back.epoch()).isEqualTo(3);
    }

    @Test
    void aColleagueKeepsTheConversationWhileTheWindowIsOpen() {
        // Given
        Conversation taken = WITH_BOT.ownedBy(ConversationState.HUMAN);

        // When
        Conversation soon = taken.customerWrote(NOON.plus(Duration.ofHours(47)), Conversation.KF_WINDOW);
        Conversation late = taken.customerWrote(NOON.plus(Duration.ofHours(49)), Conversation.KF_WINDOW);

        // Then
        assertThat(soon.state()).isEqualTo(ConversationState.HUMAN);
        assertThat(late.state()).isEqualTo(ConversationState.BOT);
    }

    @Test
    void anOlderMessageThatComesLateDoesNotTurnBackTheClock() {
        // When
        Conversation written = WITH_BOT.customerWrote(NOON.minusSeconds(60), Conversation.KF_WINDOW);

        // Then
        assertThat(written.lastCustomerAt()).isEqualTo(NOON);
    }

    @Test
    void showsNeitherPeerNorNameInLogs() {
        assertThat(WITH_BOT.toString() + WITH_BOT.address()).doesNotContain("wm1");
    }
}
