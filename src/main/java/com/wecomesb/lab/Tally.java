package com.wecomesb.lab;

import com.wecomesb.decision.Replay;
import com.wecomesb.decision.Replayed;
import com.wecomesb.lab.ShadowReport.Move;
import com.wecomesb.lab.ShadowReport.Totals;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts what two sets of rules decide about one event after the other, and keeps the newest differences. Not thread-safe. */
final class Tally {

    private static final int MOVES = 50;

    private final String inForce;
    private final int show;
    private final Deque<Change> changes = new ArrayDeque<>();
    private final Map<Pair, Integer> moves = new HashMap<>();
    private int changed;
    private int newlyAnswered;
    private int noLongerAnswered;
    private int otherRule;
    private int sameSnapshot;
    private int asRecorded;

    /**
     * @param inForce the snapshot in force
     * @param show how many differences to keep
     */
    Tally(String inForce, int show) {
        this.inForce = inForce;
        this.show = show;
    }

    private record Pair(@Nullable String before, @Nullable String after) {}

    void add(Replayed replayed) {
        if (replayed.snapshot().equals(inForce)) {
            sameSnapshot++;
            asRecorded += isAsRecorded(replayed) ? 1 : 0;
        }
        if (!replayed.isChanged()) {
            return;
        }
        changed++;
        count(replayed.before().rule(), replayed.after().rule());
        changes.addLast(Change.of(replayed));
        if (changes.size() > show) {
            changes.removeFirst();
        }
    }

    /** A rule that only asked the customer is not recorded as one that acted. */
    private static boolean isAsRecorded(Replayed replayed) {
        String replayedRule = replayed.before().outcome().equals("ASKED")
                ? null
                : replayed.before().rule();
        return Objects.equals(replayed.recorded(), replayedRule);
    }

    private void count(@Nullable String before, @Nullable String after) {
        if (Objects.equals(before, after)) {
            return;
        }
        moves.merge(new Pair(before, after), 1, Integer::sum);
        if (before == null) {
            newlyAnswered++;
        } else if (after == null) {
            noLongerAnswered++;
        } else {
            otherRule++;
        }
    }

    int changed() {
        return changed;
    }

    Totals totals(Instant since, Replay.Extent extent) {
        int otherActions = changed - newlyAnswered - noLongerAnswered - otherRule;
        return new Totals(
                since,
                extent.asked(),
                extent.notAsked(),
                extent.complete(),
                changed,
                newlyAnswered,
                noLongerAnswered,
                otherRule,
                otherActions,
                sameSnapshot,
                asRecorded,
                moves.entrySet().stream()
                        .map(entry ->
                                new Move(entry.getKey().before(), entry.getKey().after(), entry.getValue()))
                        .sorted(Comparator.comparingInt(Move::count).reversed())
                        .limit(MOVES)
                        .toList());
    }

    /** The newest first. */
    List<Change> changes() {
        List<Change> newest = new ArrayList<>(changes);
        Collections.reverse(newest);
        return newest;
    }
}
