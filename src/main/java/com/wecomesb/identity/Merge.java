package com.wecomesb.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two contacts that became one.
 *
 * @param winner the contact that is left
 * @param loser the contact that is now the winner
 * @param certainty 0 to 1
 * @param reason what it was recognised by, in words
 * @param by who merged them: a person or {@code rule}
 * @param undoneAt when it was taken back; null while it holds
 */
public record Merge(
        long id,
        String winner,
        String loser,
        double certainty,
        String reason,
        String by,
        Instant at,
        @Nullable Instant undoneAt) {}
