package com.wecomesb.configuration;

import com.wecomesb.calendar.Calendars;
import com.wecomesb.document.Mistakes;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.understanding.Language;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The examples that stand with the rules turn out as they say; where that is not strict, it is only noted in the log. */
final class ExamplesHold implements SnapshotCheck {

    /** {@code false}: rules whose examples fail come into force. */
    static final String STRICT = "esb.rules.strict";

    private static final Logger log = LoggerFactory.getLogger(ExamplesHold.class);

    private final boolean strict;

    ExamplesHold(boolean strict) {
        this.strict = strict;
    }

    @Override
    public Set<String> reliesOn() {
        return Set.of("rules", "calendars", CompiledLanguage.NAME);
    }

    @Override
    public boolean triesExamples() {
        return true;
    }

    @Override
    public void check(Snapshot candidate, Mistakes mistakes) {
        Mistakes found = strict ? mistakes : new Mistakes();
        candidate
                .part(RuleSet.class)
                .checkExamples(candidate.part(Language.class), candidate.part(Calendars.class), found);
        if (!strict && !found.isEmpty()) {
            log.atWarn()
                    .addKeyValue("examples", found.list().size())
                    .addKeyValue("firstFile", found.list().get(0).file())
                    .addKeyValue("firstLine", found.list().get(0).line())
                    .log("examples of rules turn out otherwise; rules check lists them");
        }
    }
}
