package com.wecomesb.connector.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How hints at a record of another system lead to fetching it. */
abstract class HintContract extends FollowedTickets {

    HintContract(TestDatabase database) {
        super(database);
    }

    @Test
    void aThousandHintsAtOneRecordEndInOneFetch() {
        // Given
        bus.baseline(OPEN);
        bus.system.has(CLOSED);
        for (int i = 0; i < 1000; i++) {
            bus.hint("7");
        }

        // When
        bus.followAfter(SETTLED);
        bus.followAfter(Duration.ofMinutes(1));

        // Then
        assertThat(bus.system.fetched).containsExactly("7");
    }

    @Test
    void aRecordThatIsNeverQuietIsFetchedAllTheSame() {
        // Given
        bus.system.has(OPEN);
        bus.hint("7");

        // When
        for (int i = 0; i < 30; i++) {
            bus.followAfter(Duration.ofMillis(300));
            bus.hint("7");
        }

        // Then
        assertThat(bus.system.fetched).hasSizeBetween(1, 3);
    }

    @Test
    void aHintDuringAFetchLeadsToAnotherOne() {
        // Given
        bus.system.has(OPEN);
        bus.hint("7");
        bus.clock.advance(SETTLED);
        HintedRecords.Claimed claimed = bus.hinted().claim(1).get(0);

        // When
        bus.hint("7");
        bus.hinted().done(claimed);

        // Then
        assertThat(bus.followAfter(SETTLED)).isEqualTo(1);
        assertThat(bus.followAfter(Duration.ofMinutes(1))).isZero();
    }

    @Test
    void aHintDuringAFetchThatFailsDoesNotWaitForTheNextTry() {
        // Given
        bus.system.has(OPEN);
        bus.hint("7");
        bus.clock.advance(SETTLED);
        HintedRecords.Claimed claimed = bus.hinted().claim(1).get(0);

        // When
        bus.hint("7");
        bus.hinted().later(claimed, bus.clock.instant().plus(Duration.ofMinutes(10)), "not there yet", true);

        // Then
        assertThat(bus.followAfter(SETTLED)).isEqualTo(1);
    }

    @Test
    void whatADeadInstanceHadClaimedIsTakenOverWhenItsLeaseEnds() {
        // Given
        bus.hint("7");
        bus.clock.advance(SETTLED);
        assertThat(bus.hinted().claim(10)).hasSize(1);

        // When
        int before = bus.followAfter(Duration.ofMinutes(4));
        int after = bus.followAfter(Duration.ofMinutes(2));

        // Then
        assertThat(before).isZero();
        assertThat(after).isEqualTo(1);
    }

    @Test
    void aWebhookBeforeItsRecordExistsIsFollowedAgainUntilItDoes() {
        // Given
        bus.hint("7");
        bus.followAfter(SETTLED);
        bus.followAfter(Duration.ofSeconds(2));
        assertThat(bus.types()).isEmpty();

        // When
        bus.system.has(OPEN);
        bus.followAfter(Duration.ofSeconds(5));

        // Then
        assertThat(bus.types()).containsExactly("ticket.created");
        assertThat(bus.followAfter(Duration.ofHours(2))).isZero();
    }

    @Test
    void aRecordThatNeverExistsBecomesADeadLetter() {
        // Given
        bus.hint("7");

        // When
        int looks = 0;
        for (int i = 0; i < 200; i++) {
            looks += bus.followAfter(Duration.ofMinutes(1));
        }

        // Then
        assertThat(looks).isBetween(8, 20);
        assertThat(bus.deadLetters()).isEqualTo(1);
    }

    @Test
    void aRecordThatIsDeletedInBetweenIsDeletedOnce() {
        // Given
        bus.baseline(OPEN);
        bus.system.deletes("7");
        bus.hint("7");
        bus.followAfter(SETTLED);
        assertThat(bus.types()).isEmpty();

        // When
        bus.followAfter(Duration.ofSeconds(2));
        bus.hint("7");
        bus.followAfter(SETTLED);

        // Then
        assertThat(bus.types()).containsExactly("ticket.deleted");
    }

    @Test
    void aSystemThatDoesNotAnswerIsAskedAgain() {
        // Given
        bus.baseline(OPEN);
        bus.system.has(CLOSED);
        bus.system.failsWith(new ConnectorFailed(Kind.RETRY, "502"));
        bus.hint("7");
        bus.followAfter(SETTLED);
        bus.followAfter(Duration.ofSeconds(3));

        // When
        bus.system.failsWith(null);
        bus.followAfter(Duration.ofSeconds(10));

        // Then
        assertThat(bus.types()).contains("ticket.closed");
    }

    @Test
    void aSystemThatAsksForSilenceGetsIt() {
        // Given
        Instant until = bus.clock.instant().plusSeconds(300);
        bus.system.failsWith(new ConnectorFailed(Kind.THROTTLED, "429", until));
        bus.hint("7");
        bus.followAfter(SETTLED);

        // When
        int early = bus.followAfter(Duration.ofSeconds(290));
        int late = bus.followAfter(Duration.ofSeconds(15));

        // Then
        assertThat(early).isZero();
        assertThat(late).isEqualTo(1);
    }
}
