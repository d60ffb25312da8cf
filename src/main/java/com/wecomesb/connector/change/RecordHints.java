package com.wecomesb.connector.change;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.wecomesb.bus.Hints;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Says durably that records may have changed. What is said of one record within half of {@code esb.change.settle} is one
 * hint: the record is not fetched before the other half has passed, so that the fetch sees what all of them meant. The
 * other half is for the clocks of two instances. Bounded: what does not fit in is one more hint, not one less.
 */
@Component
public class RecordHints {

    private static final int KEPT_AT_MOST = 20_000;

    private final Hints hints;
    private final Clock clock;
    private final Cache<RecordReference, CompletableFuture<Void>> said;

    @Autowired
    RecordHints(Hints hints, ChangeSettings settings, Clock clock) {
        this(hints, settings.settle().dividedBy(2), clock, Ticker.systemTicker());
    }

    RecordHints(Hints hints, Duration together, Clock clock, Ticker ticker) {
        this.hints = hints;
        this.clock = clock;
        this.said = Caffeine.newBuilder()
                .expireAfterWrite(together)
                .maximumSize(KEPT_AT_MOST)
                .ticker(ticker)
                .build();
    }

    /** Done when the hint can no longer be lost; fails as {@link Hints#append} does. */
    public CompletableFuture<Void> say(RecordReference record) {
        CompletableFuture<Void> hint = said.get(record, this::append);
        return hint.isCompletedExceptionally() ? again(record, hint) : hint;
    }

    /** How many records were hinted at of late; for tests of what a storm costs. */
    long remembered() {
        said.cleanUp();
        return said.estimatedSize();
    }

    private CompletableFuture<Void> again(RecordReference record, CompletableFuture<Void> failed) {
        said.asMap().remove(record, failed);
        return said.get(record, this::append);
    }

    private CompletableFuture<Void> append(RecordReference record) {
        return hints.append(record.at(clock.instant()));
    }
}
