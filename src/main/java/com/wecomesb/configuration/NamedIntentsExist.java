package com.wecomesb.configuration;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.rule.condition.Reference;
import com.wecomesb.understanding.IntentModel;
import java.util.Set;

/** Each intent that a rule asks for is taught by the files in {@code intents/}. */
final class NamedIntentsExist implements SnapshotCheck {

    @Override
    public Set<String> reliesOn() {
        return Set.of("intents");
    }

    @Override
    public void check(Snapshot candidate, Mistakes mistakes) {
        Set<String> intents = candidate.part(IntentModel.class).ids();
        for (Reference reference : candidate.part(RuleSet.class).references()) {
            if (reference.kind() == Reference.Kind.INTENT && !intents.contains(reference.name())) {
                String known = intents.isEmpty() ? ",intents/ 里一个意图也没有" : Suggestion.of(reference.name(), intents);
                mistakes.add(reference.where().mistake("没有意图“" + reference.name() + "”" + known));
            }
        }
    }
}
