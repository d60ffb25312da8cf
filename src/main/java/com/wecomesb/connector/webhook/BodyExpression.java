package com.wecomesb.connector.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/** A JSLT expression over a webhook's body, with {@code $headers} (lower-case names) and {@code $query}. */
final class BodyExpression {

    private final Expression expression;

    private BodyExpression(Expression expression) {
        this.expression = expression;
    }

    /** Throws {@link IllegalArgumentException} with JSLT's own words when the text is no expression. */
    static BodyExpression parse(String text) {
        try {
            return new BodyExpression(new Parser(new StringReader(text))
                    .withResourceResolver(name -> {
                        throw new JsltException("an expression cannot import other files");
                    })
                    .compile());
        } catch (JsltException wrong) {
            throw new IllegalArgumentException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** Nothing when the expression fails on this body; what it says then quotes values, so it is not told. */
    Optional<JsonNode> of(JsonNode body, IncomingWebhook webhook) {
        try {
            return Optional.of(expression.apply(
                    Map.of("headers", object(webhook.headers()), "query", object(webhook.query())), body));
        } catch (JsltException | ArithmeticException | StackOverflowError failed) {
            return Optional.empty();
        }
    }

    private static ObjectNode object(Map<String, String> values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        values.forEach(object::put);
        return object;
    }
}
