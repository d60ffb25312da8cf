package com.wecomesb.rule;

import static org.apache.camel.builder.PredicateBuilder.and;
import static org.apache.camel.builder.PredicateBuilder.not;
import static org.apache.camel.builder.PredicateBuilder.or;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.support.DefaultExchange;

/** A route with one {@code choice()} and one {@code when} for each rule, in Camel's simple language. */
final class CamelChoice implements Engine {

    private static final String ROUTE = "rules";

    private final CamelContext context = new DefaultCamelContext();
    private final Processor route;
    private int first = NONE;

    CamelChoice(List<Case> rules) {
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    ChoiceDefinition choice = from("direct:in").routeId(ROUTE).choice();
                    for (Case rule : Engine.byPriority(rules)) {
                        choice.when(predicate(rule)).process(exchange -> first = rule.number());
                    }
                }

                private Predicate predicate(Case rule) {
                    Predicate words = words(rule);
                    Predicate allowed = rule.except().isEmpty() ? words : and(words, not(contains(rule.except().get(0))));
                    return rule.level().isEmpty()
                            ? allowed
                            : and(simple("${header.level} == '" + rule.level() + "'"), allowed);
                }

                private Predicate words(Case rule) {
                    Predicate[] each = rule.words().stream().map(this::contains).toArray(Predicate[]::new);
                    return switch (rule.kind()) {
                        case EXACT -> simple("${header.core} == '" + rule.words().get(0) + "'");
                        case REGEX -> body().regex("(?s).*" + rule.regex() + ".*");
                        case ANY -> or(each);
                        case ALL -> and(each);
                    };
                }

                private Predicate contains(String word) {
                    return simple("${body} contains '" + word + "'");
                }
            });
            context.start();
        } catch (Exception exception) {
            throw new IllegalStateException("The route was not built", exception);
        }
        route = context.getRoute(ROUTE).getProcessor();
    }

    @Override
    public int first(Message message) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getIn().setBody(message.text());
        exchange.getIn().setHeader("core", message.core());
        exchange.getIn().setHeader("level", message.level());
        first = NONE;
        try {
            route.process(exchange);
        } catch (Exception exception) {
            throw new IllegalStateException("The route failed", exception);
        }
        return first;
    }

    @Override
    public void all(Message message, Found found) {
        throw new UnsupportedOperationException("A choice ends at the first");
    }

    @Override
    public void close() {
        context.stop();
    }
}
