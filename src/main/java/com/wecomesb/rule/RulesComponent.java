package com.wecomesb.rule;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * The Camel component {@code rules:NAME}. Give it to the context under that name; the supplier is asked for each
 * message, so that a reloaded configuration is in force with the next one.
 */
public final class RulesComponent extends DefaultComponent {

    private final Supplier<RuleSet> rules;

    public RulesComponent(Supplier<RuleSet> rules) {
        this.rules = rules;
    }

    RuleSet rules() {
        return rules.get();
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new RulesEndpoint(uri, this, remaining);
    }
}
