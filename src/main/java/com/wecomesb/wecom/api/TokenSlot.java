package com.wecomesb.wecom.api;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The place of one token: the token, the one fetch that may be under way, and the refusals that make it pause. */
final class TokenSlot {

    private final AtomicReference<@Nullable AccessToken> token = new AtomicReference<>();
    private final AtomicReference<@Nullable CompletableFuture<AccessToken>> fetch = new AtomicReference<>();
    private final AtomicReference<@Nullable Refusal> refusal = new AtomicReference<>();
    private final TokenSettings settings;

    TokenSlot(TokenSettings settings) {
        this.settings = settings;
    }

    @Nullable
    AccessToken current() {
        return token.get();
    }

    boolean isFetching() {
        return fetch.get() != null;
    }

    /** Puts a newly fetched token in the place of the failed one; waits where somebody else is fetching it already. */
    AccessToken replace(
            String app, @Nullable AccessToken failed, Deadline deadline, Clock clock, Supplier<AccessToken> fetcher) {
        CompletableFuture<AccessToken> mine = new CompletableFuture<>();
        CompletableFuture<AccessToken> underWay = fetch.compareAndExchange(null, mine);
        if (underWay != null) {
            return await(app, underWay, deadline);
        }
        try {
            AccessToken landed = token.get();
            if (landed != null && !landed.equals(failed)) {
                mine.complete(landed);
                return landed;
            }
            refuseWhilePausing(app, clock.instant());
            AccessToken fetched = fetcher.get();
            token.compareAndSet(landed, fetched);
            refusal.set(null);
            mine.complete(fetched);
            return fetched;
        } catch (WecomCallFailed failure) {
            if (failure.errcode() != WecomCallFailed.NO_ERRCODE && failure.until() == null) {
                backOff(failure, clock.instant());
            }
            mine.completeExceptionally(failure);
            throw failure;
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            fetch.set(null);
        }
    }

    /** Lets nobody fetch for a while, and for twice as long the next time. */
    private void backOff(WecomCallFailed failure, Instant now) {
        Refusal last = refusal.get();
        int count = last == null ? 1 : last.count() + 1;
        refusal.set(new Refusal(failure, count, now.plus(settings.backOff(count))));
    }

    private void refuseWhilePausing(String app, Instant now) {
        Refusal last = refusal.get();
        if (last != null && now.isBefore(last.until())) {
            WecomCallFailed why = last.failure();
            throw new WecomCallFailed(app, why.path(), why.errcode(), why.outcome(), last.until(), why.reason());
        }
    }

    private static AccessToken await(String app, CompletableFuture<AccessToken> fetch, Deadline deadline) {
        try {
            return fetch.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof WecomCallFailed refused) {
                throw refused;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (TimeoutException late) {
            throw unfetched(app, "等待 access_token 超时");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unfetched(app, "等待 access_token 时被中断");
        }
    }

    private static WecomCallFailed unfetched(String app, String reason) {
        return new WecomCallFailed(app, "gettoken", WecomCallFailed.NO_ERRCODE, CallOutcome.RETRY_LATER, null, reason);
    }

    private record Refusal(WecomCallFailed failure, int count, Instant until) {}
}
