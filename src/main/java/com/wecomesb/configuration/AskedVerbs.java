package com.wecomesb.configuration;

import com.wecomesb.configuration.flow.Flows;
import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.SystemKind;
import com.wecomesb.connector.Systems;
import com.wecomesb.rule.ActionSpec;
import com.wecomesb.rule.Finding;
import com.wecomesb.rule.Rule;
import com.wecomesb.rule.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What rules ask of systems whose connectors cannot do it: said before a customer's message finds it out. */
public final class AskedVerbs {

    private final Systems systems;
    private final Set<String> kamelets;

    private AskedVerbs(Systems systems, Set<String> kamelets) {
        this.systems = systems;
        this.kamelets = kamelets;
    }

    /** One for each place in a rule; a kind that has no system is left alone, its actions are passed over. */
    public static List<Finding> missing(Snapshot snapshot, Systems systems) {
        Set<String> kamelets = snapshot.part(Flows.class).kameletsByName().keySet();
        AskedVerbs asked = new AskedVerbs(systems, kamelets);
        return snapshot.part(RuleSet.class).rules().stream()
                .flatMap(asked::missing)
                .toList();
    }

    private Stream<Finding> missing(Rule rule) {
        return rule.then().stream().flatMap(ActionSpec::withBranches).flatMap(spec -> missing(rule, spec).stream());
    }

    private Optional<Finding> missing(Rule rule, ActionSpec spec) {
        return system(spec)
                .filter(system -> !kamelets.contains(system.connector() + "-" + spec.systemVerb() + "-action"))
                .map(system -> new Finding(
                        Finding.Kind.MISSING_VERB,
                        spec.where(),
                        "规则“" + rule.id() + "”要 " + system.name() + " 做 " + spec.systemVerb() + ",它的连接器 "
                                + system.connector() + " 没有这个动作,做到这里会进死信"));
    }

    private Optional<ConnectedSystem> system(ActionSpec spec) {
        Optional<SystemKind> kind = SystemKind.of(spec.kind());
        return spec.system() != null && kind.isPresent()
                ? systems.find(spec.system())
                : kind.flatMap(systems::defaultOf);
    }
}
