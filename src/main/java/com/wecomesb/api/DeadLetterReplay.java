package com.wecomesb.api;

import com.wecomesb.action.Action;
import com.wecomesb.action.ActionLog;
import com.wecomesb.bus.DeadLetter;
import com.wecomesb.bus.DeadLetters;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets an event be decided again, or an action be performed again. */
@Service
class DeadLetterReplay {

    private static final String PERFORM_AGAIN = """
            UPDATE action SET state = 'READY', reason = NULL, attempt = 0, owner = NULL, lease_until = NULL,
                started_at = NULL, settled_at = NULL, result = NULL, next_attempt_at = :now, published_at = NULL,
                outcome_published_at = NULL, expires_at = :expires
            WHERE id = :id AND state IN ('FAILED', 'EXPIRED')
            """;

    private final DeadLetters letters;
    private final EventLog events;
    private final ActionLog actions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadLetterReplay(
            DeadLetters letters,
            EventLog events,
            ActionLog actions,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.letters = letters;
        this.events = events;
        this.actions = actions;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Replays it; an action that came too late meanwhile only when the caller has confirmed that. */
    void replay(DeadLetter letter, boolean confirmed) {
        if (letter.kind() == DeadLetter.Kind.ACTION) {
            transaction.executeWithoutResult(status -> performAgain(letter, confirmed));
        } else {
            decideAgain(letter);
        }
    }

    private void performAgain(DeadLetter letter, boolean confirmed) {
        Action action = actions.find(letter.reference())
                .orElseThrow(() -> new NotNow("Its action is no longer in the database; it can only be discarded"));
        Instant now = clock.instant();
        boolean late = action.expiresAt() != null && action.expiresAt().isBefore(now);
        if (late && !confirmed) {
            throw new NotNow("It came too late to be of use at " + action.expiresAt()
                    + "; confirm=true replays it all the same");
        }
        int ready = jdbc.sql(PERFORM_AGAIN)
                .param("now", utc(now))
                .param("expires", late ? utc(now.plus(lifetime(action))) : utc(action.expiresAt()))
                .param("id", action.id())
                .update();
        if (ready == 0 || !letters.markReplayed(letter.id())) {
            throw new NotNow("It is being replayed already");
        }
    }

    /** As long as it was given at first. */
    private static Duration lifetime(Action action) {
        return action.expiresAt() == null ? Duration.ZERO : Duration.between(action.dueAt(), action.expiresAt());
    }

    private void decideAgain(DeadLetter letter) {
        Event event = letter.event().orElseThrow(() -> new NotNow("It cannot be read, so it can only be discarded"));
        // Committed before the event is on the bus again: the decide step must not take it for a repeat.
        transaction.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM seen WHERE uid = :uid")
                    .param("uid", event.uid())
                    .update();
            jdbc.sql("DELETE FROM event WHERE uid = :uid AND outcome = 'POISON'")
                    .param("uid", event.uid())
                    .update();
        });
        try {
            events.append(event).join();
        } catch (CompletionException notTaken) {
            throw new NotNow("The bus did not take it; it is still a dead letter, try again later");
        }
        letters.markReplayed(letter.id());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
