package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import com.wecomesb.mapping.path.Path;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSLT expression over the source document, with {@code $conversation}, {@code $channel}, {@code $staff} and {@code $corp}; in
 * a block also {@code $parent}, {@code $source}, {@code $index}. It cannot import other files.
 */
final class JsltExpression {

    private static final List<String> OF_BLOCKS = List.of("parent", "source", "index");
    private static final Pattern ACCESS =
            Pattern.compile("(?<![0-9])\\.(?:\"([^\"]+)\"|([\\p{L}_][\\p{L}\\p{N}_-]*))?");
    private static final Pattern TEXT_VALUE = Pattern.compile("(?<!\\.)\"(?:[^\"\\\\]|\\\\.)*\"");

    private final Expression expression;
    private final String text;

    private JsltExpression(Expression expression, String text) {
        this.expression = expression;
        this.text = text;
    }

    /** Throws {@link IllegalArgumentException} with JSLT's own words when the text is no expression. */
    static JsltExpression parse(String text) {
        try {
            Expression parsed = new Parser(new StringReader(text))
                    .withResourceResolver(name -> {
                        throw new JsltException("a mapping's expression cannot import other files");
                    })
                    .compile();
            return new JsltExpression(parsed, text);
        } catch (JsltException wrong) {
            throw new IllegalArgumentException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** Nothing when the expression fails on this document; what it says then quotes values, so it is not told. */
    Optional<JsonNode> of(Scope scope) {
        Map<String, JsonNode> variables = new HashMap<>();
        Path.CONTEXT_NAMES.forEach(
                name -> variables.put(name, orNull(scope.context().get(name))));
        OF_BLOCKS.forEach(name -> variables.put(name, orNull(scope.isItem() ? scope.ofBlock(name) : null)));
        try {
            return Optional.of(expression.apply(variables, scope.source()));
        } catch (JsltException | ArithmeticException | StackOverflowError failed) {
            return Optional.empty();
        }
    }

    private static JsonNode orNull(@Nullable JsonNode value) {
        return value == null ? NullNode.getInstance() : value;
    }

    /**
     * The fields that it names, each way of names apart; nothing when it takes the document as a whole. As the text says it: a
     * name within a loop counts as one of the document.
     */
    Optional<List<List<String>>> names() {
        List<List<String>> ways = new ArrayList<>();
        Matcher access = ACCESS.matcher(TEXT_VALUE.matcher(text).replaceAll("''"));
        int end = -1;
        while (access.find()) {
            String name = access.group(1) == null ? access.group(2) : access.group(1);
            if (name == null) {
                return Optional.empty();
            }
            if (access.start() == end) {
                ways.get(ways.size() - 1).add(name);
            } else {
                ways.add(new ArrayList<>(List.of(name)));
            }
            end = access.end();
        }
        return Optional.of(ways);
    }
}
