package com.wecomesb.rule;

import com.wecomesb.understanding.Language;
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
    private final Supplier<Language> language;

    /**
     * Decides by what is in force at the moment of asking.
     *
     * @param language what is understood of a text
     */
    public RulesComponent(Supplier<RuleSet> rules, Supplier<Language> language) {
        this.rules = rules;
        this.language = language;
    }

    RuleSet rules() {
        return rules.get();
    }

    Language language() {
        return language.get();
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new RulesEndpoint(uri, this, remaining);
    }
}
