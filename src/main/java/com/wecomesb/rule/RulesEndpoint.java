package com.wecomesb.rule;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** Decides by the rules of {@code routes/rules} what a message is about. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "rules",
        title = "Rules",
        syntax = "rules:name",
        remote = false,
        producerOnly = true,
        headersClass = RulesConstants.class,
        category = Category.TRANSFORMATION)
final class RulesEndpoint extends DefaultEndpoint {

    static final String ALL = "all";

    @UriPath(description = "A rule file's name without .yaml, or all")
    @Metadata(required = true)
    private final String name;

    RulesEndpoint(String uri, RulesComponent component, String name) {
        super(uri, component);
        this.name = name;
    }

    static String file(String name) {
        return "rules/" + name + ".yaml";
    }

    /**
     * Refuses a name without a rule file. Not when the endpoint is made: a route is tried out before the rules beside
     * which it will run are in force.
     */
    void checkName() {
        boolean known = name.equals(ALL)
                || rules().rules().stream().anyMatch(rule -> rule.file().equals(file(name)));
        if (!known) {
            throw new IllegalArgumentException("There is no rule file named " + name + " in routes/rules");
        }
    }

    private RuleSet rules() {
        return ((RulesComponent) getComponent()).rules();
    }

    Verdict decide(DescribedFacts facts) {
        Verdict verdict = rules().decide(facts.understoodBy(((RulesComponent) getComponent()).language()));
        return name.equals(ALL) ? verdict : verdict.ofFile(file(name));
    }

    @Override
    public Producer createProducer() {
        return new RulesProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("rules: only decides about what is sent to it");
    }

    @Override
    public boolean isRemote() {
        return false;
    }
}
