package com.wecomesb.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.decision.Accounts;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.rule.ActionSpec;
import com.wecomesb.rule.Rule;
import com.wecomesb.rule.RuleSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
            rule.then().stream()
                    .flatMap(ActionSpec::withBranches)
                    .flatMap(NamedGroupsExist::groups)
                    .filter(group -> accounts.group(group).isEmpty())
                    .distinct()
                    .forEach(group -> mistakes.add(new Mistake(
                            rule.file(),
                            rule.line(),
                            1,
                            "规则“" + rule.id() + "”用到的组“" + group + "”不在 accounts.yaml 里")));
        }
    }

    /** A name that is a template is known only when it is filled in. */
    private static Stream<String> groups(ActionSpec spec) {
        if (!spec.kind().equals("notify") && !spec.kind().equals("handoff")) {
            return Stream.empty();
        }
        JsonNode to = spec.parameters().path("to");
        return (to.isArray() ? StreamSupport.stream(to.spliterator(), false) : Stream.of(to))
                .map(JsonNode::asText)
                .filter(group -> !group.isEmpty() && !group.contains("{{"));
    }
}
