package com.wecomesb.configuration;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.reply.ReplyLibrary;
import com.wecomesb.rule.ActionSpec;
import com.wecomesb.rule.Rule;
import com.wecomesb.rule.RuleSet;
import java.util.Set;

/** Each reply that a rule names is in the library. */
final class NamedRepliesExist implements SnapshotCheck {

    @Override
    public Set<String> reliesOn() {
        return Set.of("replies");
    }

    @Override
    public void check(Snapshot candidate, Mistakes mistakes) {
        ReplyLibrary replies = candidate.part(ReplyLibrary.class);
        for (Rule rule : candidate.part(RuleSet.class).rules()) {
            rule.then().stream()
                    .map(ActionSpec::replyIds)
                    .flatMap(ids -> ids.stream().filter(id -> !replies.contains(id)))
                    .distinct()
                    .forEach(id -> mistakes.add(new Mistake(
                            rule.file(), rule.line(), 1, "规则“" + rule.id() + "”用到的话术“" + id + "”不在 replies/ 里")));
        }
    }
}
