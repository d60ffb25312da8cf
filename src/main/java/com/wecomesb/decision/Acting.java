package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.action.ActionLog;
import com.wecomesb.rule.ActionSpec;
import com.wecomesb.rule.Match;
import com.wecomesb.rule.Rule;
import com.wecomesb.rule.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what the rules that act ask for, and cuts a rule that keeps setting itself off. */
@Component
class Acting {

    private static final Duration LOOP_WINDOW = Duration.ofMinutes(10);

    private final DecisionSettings settings;
    private final ActionPlanner planner;
    private final Scenes scenes;
    private final OutcomeBranches branches;
    private final DecisionStore store;

    Acting(
            DecisionSettings settings,
            ActionPlanner planner,
            Scenes scenes,
            OutcomeBranches branches,
            DecisionStore store) {
        this.settings = settings;
        this.planner = planner;
        this.scenes = scenes;
        this.branches = branches;
        this.store = store;
    }

    /** The winner as a whole, those beside it without their reply. */
    Decided act(Turn turn, Verdict verdict) {
        Match winner = verdict.acting().get(0);
        if (loops(turn, winner)) {
            return turn.nothing(EventOutcome.LOOP_CUT, "规则 " + winner.rule().id() + " 在十分钟内反复触发自己,已截断");
        }
        if (turn.event().subject() != null) {
            turn.memory().repeated(turn.event().subject(), winner.rule().id());
        }
        List<Planned> planned = new ArrayList<>();
        planned.add(new Planned(winner, winner.then()));
        planned.addAll(withoutReplies(verdict.acting().stream().skip(1)));
        List<ActionLog.Entry> actions = plan(turn, planned);
        return turn.decided(EventOutcome.DECIDED, winner.rule().id(), verdict.explanation(), actions);
    }

    /** A rule with what it does this time. */
    private record Planned(Match match, List<ActionSpec> specs) {}

    /** What rules do beside another that asks the customer first. */
    List<ActionLog.Entry> beside(Turn turn, List<Match> matches) {
        return plan(turn, withoutReplies(matches.stream()));
    }

    /** Who does not answer cannot ask either, so what waits for a yes does nothing. */
    private static List<Planned> withoutReplies(Stream<Match> matches) {
        return matches.filter(match -> !match.waitsForYes())
                .map(match -> new Planned(match, withoutReply(match)))
                .toList();
    }

    private List<ActionLog.Entry> plan(Turn turn, List<Planned> planned) {
        Handover.ifAsked(
                turn, planned.stream().flatMap(one -> one.specs().stream()).toList());
        List<ActionLog.Entry> actions = new ArrayList<>();
        for (Planned one : planned) {
            Match match = one.match();
            remember(turn, match);
            actions.addAll(planner.plan(
                    one.specs(), scenes.of(turn, match.variables(), match.rule().id())));
            LastAnswers.note(turn, match.rule().id(), one.specs());
        }
        return actions;
    }

    /** What the customer said yes to: the rule acts on the message that it asked about. */
    Decided confirmed(Turn turn, OpenQuestion open, Rule rule) {
        JsonNode asked = store.eventData(open.eventUid()).orElseGet(turn.prepared()::data);
        Match match = new Match(rule, "客户确认了“" + open.question() + "”", 1, open.variables());
        Verdict verdict = new Verdict(List.of(match), List.of(match), List.of(), List.of());
        return act(turn.about(asked), verdict);
    }

    private static void remember(Turn turn, Match match) {
        if (match.rule().control().rests() && turn.contact() != null) {
            turn.memory().acted(turn.contact().id(), match.rule().id(), turn.now());
        }
    }

    private static List<ActionSpec> withoutReply(Match match) {
        return match.then().stream()
                .filter(spec -> !spec.kind().equals("reply"))
                .toList();
    }

    private boolean loops(Turn turn, Match winner) {
        String subject = turn.event().subject();
        String rule = winner.rule().id();
        if (turn.event().hops() == 0 || subject == null) {
            return false;
        }
        int before = store.actedOn(subject, rule, turn.now().minus(LOOP_WINDOW));
        return before + turn.memory().repeats(subject, rule) >= settings.maxRepeats();
    }

    /** What a look-up goes on with; null when this is not the outcome that its branches wait for. */
    @Nullable
    Decided goOn(Turn turn, String actionId) {
        OutcomeBranches.Taken taken =
                branches.take(turn.prepared(), actionId, turn.memory(), turn.policy(), turn.now());
        if (taken == null) {
            return null;
        }
        List<ActionLog.Entry> actions = planner.plan(taken.specs(), taken.scene());
        return turn.decided(EventOutcome.DECIDED, taken.rule(), Turn.note("按“" + taken.branch() + "”分支继续"), actions);
    }
}
