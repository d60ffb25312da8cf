package com.wecomesb.receive.pull;

import com.wecomesb.bus.Hints;
import com.wecomesb.wecom.api.WecomCallFailed;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hints again at accounts whose pull has failed, so that their customers need not wait for the next tick. It remembers
 * in memory only: after a crash it is the tick that brings the account back.
 */
@Component
class PullsAgain implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PullsAgain.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);

    /** By then the tick has done it. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "kf-pulls-again");
        thread.setDaemon(true);
        return thread;
    });
    private final Hints hints;
    private final Clock clock;

    PullsAgain(Hints hints, Clock clock) {
        this.hints = hints;
        this.clock = clock;
    }

    /** Whether a new hint at this account will come anyway, so that one from before need not be followed. */
    boolean isDue(String account) {
        return waiting.contains(account);
    }

    /** Hints again in a while. */
    void later(KfHint hint, Exception failure) {
        if (waiting.add(hint.openKfId())) {
            var unused = timer.schedule(() -> again(hint), pauseAfter(failure).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void again(KfHint hint) {
        waiting.remove(hint.openKfId());
        var unused = hints.append(hint.at(clock.instant())).whenComplete((done, failure) -> logged(hint, failure));
    }

    private static void logged(KfHint hint, @Nullable Throwable failure) {
        if (failure != null) {
            log.atWarn()
                    .addKeyValue("account", hint.openKfId())
                    .log("A hint was not appended; the account is pulled at the next tick");
        }
    }

    private Duration pauseAfter(Exception failure) {
        if (failure instanceof WecomCallFailed refused && refused.until() != null) {
            Duration block = Duration.between(clock.instant(), refused.until());
            return block.compareTo(PAUSE) < 0 ? PAUSE : block.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : block;
        }
        return PAUSE;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
