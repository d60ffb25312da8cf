package com.wecomesb.configuration;

import com.wecomesb.document.Mistakes;
import com.wecomesb.reply.TemplatedJson;
import com.wecomesb.rule.RuleSet;

/** The templates in the parameters of actions are Liquid. */
final class ParametersAreTemplates implements SnapshotCheck {

    @Override
    public void check(Snapshot candidate, Mistakes mistakes) {
        candidate.part(RuleSet.class).rules().stream()
                .flatMap(rule -> rule.then().stream())
                .flatMap(spec -> spec.withBranches())
                .forEach(spec -> TemplatedJson.mistakes(spec.parameters())
                        .forEach(words -> mistakes.add(spec.where().mistake(words))));
    }
}
