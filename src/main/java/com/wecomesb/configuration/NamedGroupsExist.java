package com.wecomesb.configuration;

import com.wecomesb.decision.Accounts;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.rule.ActionSpec;
import com.wecomesb.rule.Rule;
import com.wecomesb.rule.RuleSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Each group that a rule tells or hands over to is in {@code accounts.yaml}, where there is such a file. */
final class NamedGroupsExist implements SnapshotCheck {

    @Override
    public Set<String> reliesOn() {
        return Set.of("accounts");
    }

    @Override
    public void check(Snapshot candidate, Mistakes mistakes) {
        if (candidate.files().file("accounts.yaml").isEmpty()) {
            return;
        }
        Accounts accounts = candidate.part(Accounts.class);
        accounts.list().stream()
                .filter(account -> account.handoff() != null
                        && accounts.group(account.handoff()).isEmpty())
                .forEach(account -> mistakes.addWholeFile(
                        "accounts.yaml",
                        "账号“" + account.name() + "”的 handoff 用到的组“" + account.handoff() + "”不在 groups 里"));
        for (Rule rule : candidate.part(RuleSet.class).rules()) {
            groups(rule.then())
                    .filter(group -> accounts.group(group).isEmpty())
                    .distinct()
                    .forEach(group -> mistakes.add(new Mistake(
                            rule.file(),
                            rule.line(),
                            1,
                            "规则“" + rule.id() + "”用到的组“" + group + "”不在 accounts.yaml 里")));
        }
    }

    private static Stream<String> groups(List<ActionSpec> specs) {
        return specs.stream().flatMap(spec -> {
            String group = spec.parameters().path("to").asText("");
            boolean names = (spec.kind().equals("notify") || spec.kind().equals("handoff")) && !group.isEmpty();
            return Stream.of(
                            names ? Stream.of(group) : Stream.<String>empty(),
                            groups(spec.found()),
                            groups(spec.missing()),
                            groups(spec.failed()))
                    .flatMap(found -> found);
        });
    }
}
