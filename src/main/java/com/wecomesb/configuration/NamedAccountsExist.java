package com.wecomesb.configuration;

import com.wecomesb.decision.Accounts;
import com.wecomesb.document.Mistakes;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.rule.condition.Reference;
import java.util.Set;

/** Each account, app and brand that a rule asks for is in {@code accounts.yaml}, where there is such a file. */
final class NamedAccountsExist implements SnapshotCheck {

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
        for (Reference reference : candidate.part(RuleSet.class).references()) {
            switch (reference.kind()) {
                case ACCOUNT -> find(reference, "客服账号", accounts.names(), mistakes);
                case APP -> find(reference, "应用", accounts.apps(), mistakes);
                case BRAND -> find(reference, "品牌", accounts.brands(), mistakes);
                default -> {}
            }
        }
    }

    private static void find(Reference reference, String kind, Set<String> known, Mistakes mistakes) {
        if (!known.contains(reference.name())) {
            String names = known.isEmpty() ? "accounts.yaml 里一个也没有" : "可用:" + String.join("、", known);
            mistakes.add(reference.where().mistake("找不到" + kind + "“" + reference.name() + "”," + names));
        }
    }
}
