package com.wecomesb.decision;

import com.wecomesb.action.ActionLog;
import com.wecomesb.rule.ActionSpec;
import com.wecomesb.rule.Match;
import com.wecomesb.rule.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Does what the rules that act ask for, and cuts a rule that keeps setting itself off. */
@Component
class Acting {

    private static final Duration LOOP_WINDOW = Duration.ofMinutes(10);

    private final DecisionSettings settings;
    private final ActionPlanner planner;
    private final Scenes scenes;
    private final DecisionStore store;

    Acting(DecisionSettings settings, ActionPlanner planner, Scenes scenes, DecisionStore store) {
        this.settings = settings;
        this.planner = planner;
        this.scenes = scenes;
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
        List<List<ActionSpec>> specs = new ArrayList<>();
        specs.add(winner.then());
        verdict.acting().stream().skip(1).map(Acting::withoutReply).forEach(specs::add);
        Handover.ifAsked(turn, specs.stream().flatMap(List::stream).toList());
        List<ActionLog.Entry> actions = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            Match match = verdict.acting().get(i);
            remember(turn, match);
            actions.addAll(planner.plan(
                    specs.get(i),
                    scenes.of(turn, match.variables(), match.rule().id())));
        }
        return turn.decided(EventOutcome.DECIDED, winner.rule().id(), verdict.explanation(), actions);
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
}
