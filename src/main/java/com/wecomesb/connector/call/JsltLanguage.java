package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.expression.Jslt;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Predicate;
import org.apache.camel.support.ExpressionAdapter;
import org.apache.camel.support.LanguageSupport;
import org.jspecify.annotations.Nullable;

/**
 * JSLT for {@code setBody}, {@code setVariable}, {@code choice} and the like: {@code language: {language: jslt, expression:
 * '.items[0].id'}}. Nothing is Java's null, as everywhere in Camel.
 */
public final class JsltLanguage extends LanguageSupport {

    @Override
    public Predicate createPredicate(String expression) {
        return new JsltExpression(Jslt.parse(expression));
    }

    @Override
    public Expression createExpression(String expression) {
        return new JsltExpression(Jslt.parse(expression));
    }

    private static final class JsltExpression extends ExpressionAdapter {

        private final Jslt jslt;

        JsltExpression(Jslt jslt) {
            this.jslt = jslt;
        }

        @Override
        public @Nullable Object evaluate(Exchange exchange) {
            Scope scope = Scope.of(exchange);
            JsonNode value = jslt.of(scope.body(), scope.variables());
            return value.isNull() ? null : value;
        }

        @Override
        public boolean matches(Exchange exchange) {
            Scope scope = Scope.of(exchange);
            return jslt.holds(scope.body(), scope.variables());
        }

        @Override
        public String toString() {
            return jslt.text();
        }
    }
}
