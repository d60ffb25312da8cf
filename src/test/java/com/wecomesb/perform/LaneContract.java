package com.wecomesb.perform;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.database.TestDatabase;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What goes before what: the order within a lane, the same on every database. */
abstract class LaneContract extends PerformStep {

    LaneContract(TestDatabase database) {
        super(database);
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
}
