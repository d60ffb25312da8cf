package com.wecomesb.rule;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rules of all files, compiled; immutable and safe for any number of threads. */
public final class RuleSet {

    private final List<Rule> rules;
    private final RuleIndex index;

    private RuleSet(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.index = new RuleIndex(rules);
    }

    /** Reads the roots of rule files; what is wrong in them, their examples included, is added to the mistakes. */
    public static RuleSet read(List<YamlNode> files, Mistakes mistakes) {
        RuleReader reader = new RuleReader(mistakes);
        files.forEach(reader::read);
        RuleSet set = new RuleSet(reader.rules());
        reader.examples().forEach(example -> example.check(set, mistakes));
        return set;
    }

    public Verdict decide(Facts facts) {
        return index.decide(facts);
    }

    public List<Rule> rules() {
        return rules;
    }

    /** Whether any rule reacts to this type of event by its own name: outcomes are published for those only. */
    public boolean reactsTo(String eventType) {
        return rules.stream().anyMatch(rule -> rule.events().contain(eventType));
    }

    /** The ids of all library replies that the rules name. */
    public Set<String> replyIds() {
        Set<String> ids = new LinkedHashSet<>();
        rules.forEach(rule -> rule.then().forEach(spec -> ids.addAll(spec.replyIds())));
        return ids;
    }
}
