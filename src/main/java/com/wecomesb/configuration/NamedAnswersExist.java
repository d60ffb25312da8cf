package com.wecomesb.configuration;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.Suggestion;
import com.wecomesb.reply.ReplyLibrary;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.rule.condition.Reference;
import java.util.Set;

/** Each reply that a rule compares questions with has questions. */
final class NamedAnswersExist implements SnapshotCheck {

    @Override
    public Set<String> reliesOn() {
        return Set.of("replies");
    }

    @Override
    public void check(Snapshot candidate, Mistakes mistakes) {
        Set<String> answers = candidate.part(ReplyLibrary.class).questions().keySet();
        for (Reference reference : candidate.part(RuleSet.class).references()) {
            if (reference.kind() == Reference.Kind.ANSWER && !answers.contains(reference.name())) {
                String known = answers.isEmpty() ? ",没有一条话术写了 questions" : Suggestion.of(reference.name(), answers);
                mistakes.add(reference.where().mistake("没有写了 questions 的话术“" + reference.name() + "”" + known));
            }
        }
    }
}
