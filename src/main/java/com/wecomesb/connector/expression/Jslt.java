package com.wecomesb.connector.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import com.wecomesb.connector.ConnectorFailed;
import java.io.StringReader;
import java.util.Map;

/**
 * A JSLT expression of a connector. Members of objects that are null are left out, empty lists and objects stay: "no tags" is
 * something to say. It cannot import files. Immutable and thread-safe.
 */
public final class Jslt {

    private final Expression expression;
    private final String text;

    private Jslt(Expression expression, String text) {
        this.expression = expression;
        this.text = text;
    }

    /** Throws {@link JsltMistaken} when the text is no expression. */
    public static Jslt parse(String text) {
        try {
            Expression parsed = new Parser(new StringReader(text))
                    .withFunctions(Functions.ALL)
                    .withObjectFilter(". != null")
                    .withResourceResolver(name -> {
                        throw new JsltException("import is not possible here");
                    })
                    .compile();
            return new Jslt(parsed, text);
        } catch (JsltException wrong) {
            throw new JsltMistaken(text, wrong.getMessageWithoutLocation(), wrong);
        }
    }

    /**
     * The value, {@link NullNode} for nothing.
     *
     * @throws ConnectorFailed when a function refuses what it is given
     * @throws JsltFailed when the expression does not fit the input; what JSLT says of that quotes values and stays here
     */
    public JsonNode of(JsonNode input, Map<String, JsonNode> variables) {
        try {
            JsonNode value = expression.apply(variables, input);
            return value == null ? NullNode.getInstance() : value;
        } catch (JsltException | ArithmeticException | StackOverflowError failed) {
            throw new JsltFailed(text);
        }
    }

    /** Whether the value is true by JSLT's own notion: not null, false, 0, nor empty. */
    public boolean holds(JsonNode input, Map<String, JsonNode> variables) {
        JsonNode value = of(input, variables);
        return switch (value.getNodeType()) {
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.decimalValue().signum() != 0;
            case STRING -> !value.textValue().isEmpty();
            case ARRAY, OBJECT -> !value.isEmpty();
            default -> false;
        };
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Jslt same && same.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
