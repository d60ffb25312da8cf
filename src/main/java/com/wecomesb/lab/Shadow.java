package com.wecomesb.lab;

import com.wecomesb.configuration.RouteFiles;
import com.wecomesb.configuration.RunningConfiguration;
import com.wecomesb.configuration.Snapshot;
import com.wecomesb.configuration.SnapshotBuilder.Built;
import com.wecomesb.decision.Replay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Runs a changed set of rules in the shadow of the one in force, over what really happened; nothing is sent or written. */
@Component
public class Shadow {

    private final RunningConfiguration configuration;
    private final Replay replay;
    private final Clock clock;
    /** The bus has other things to do: one trial at a time. */
    private final Semaphore free = new Semaphore(1);

    Shadow(RunningConfiguration configuration, Replay replay, Clock clock) {
        this.configuration = configuration;
        this.replay = replay;
        this.clock = clock;
    }

    /**
     * How much to try.
     *
     * @param days how far back
     * @param most events at most, the newest ones
     * @param show differences at most, the newest ones
     */
    public record Scope(int days, int most, int show) {}

    /** Another trial is running on this instance. */
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("another trial is running");
        }
    }

    /**
     * Tries files in place of those in force.
     *
     * @throws Busy while another trial is running
     */
    public ShadowReport of(Proposal proposal, Scope scope) {
        RouteFiles base = configuration.current().files();
        return of(configuration.tryOut(base.with(proposal.changes(base))), scope);
    }

    ShadowReport of(Built candidate, Scope scope) {
        Snapshot inForce = configuration.current();
        Snapshot changed = candidate.checked();
        Difference difference =
                Difference.between(inForce.files().content(), changed.files().content());
        if (!candidate.canBeTried()) {
            return new ShadowReport(
                    inForce.hash(), changed.hash(), candidate.mistakes(), difference, null, List.of(), 0, List.of());
        }
        if (!free.tryAcquire()) {
            throw new Busy();
        }
        try {
            Tally tally = new Tally(inForce.hash(), scope.show());
            Instant since = clock.instant().minus(Duration.ofDays(scope.days()));
            Replay.Extent extent = replay.of(inForce.policy(), changed.policy(), since, scope.most(), tally::add);
            List<Change> changes = tally.changes();
            return new ShadowReport(
                    inForce.hash(),
                    changed.hash(),
                    candidate.mistakes(),
                    difference.with(new Difference.Decisions(scope.days(), extent.asked(), tally.changed())),
                    tally.totals(since, extent),
                    changes,
                    tally.changed() - changes.size(),
                    ShadowReport.LIMITS);
        } finally {
            free.release();
        }
    }
}
