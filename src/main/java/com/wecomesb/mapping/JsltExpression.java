package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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

    private static final Pattern CALL = Pattern.compile("(?<![\\w.-])([a-z][a-z0-9-]*)\\s*\\(");
    private static final String FAILED = "表达式对这份文档求值失败";
    private static final int SHOWN = 60;

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

    /**
     * What an expression came to.
     *
     * @param value missing when it failed
     * @param failure where and how, in Chinese, without values; null when it did not fail
     */
    record Outcome(JsonNode value, @Nullable String failure) {}

    /** A failure says where it was; what JSLT itself says of it quotes values, so it is not told. */
    Outcome of(Scope scope) {
        Map<String, JsonNode> variables = new HashMap<>();
        Path.CONTEXT_NAMES.forEach(
                name -> variables.put(name, orNull(scope.context().get(name))));
        OF_BLOCKS.forEach(name -> variables.put(name, orNull(scope.isItem() ? scope.ofBlock(name) : null)));
        try {
            return new Outcome(expression.apply(variables, scope.source()), null);
        } catch (JsltException failed) {
            return failed(failed.getSource() == null ? function(failed) : place(failed.getLine(), failed.getColumn()));
        } catch (ArithmeticException failed) {
            return failed("算术出错,例如除以零");
        } catch (StackOverflowError failed) {
            return failed("自己调用自己,没有尽头");
        }
    }

    private static Outcome failed(String how) {
        return new Outcome(MissingNode.getInstance(), FAILED + (how.isEmpty() ? "" : ":" + how));
    }

    /** Built-in functions do not say where they were called; of their words only what the expression says too is told. */
    private String function(JsltException failed) {
        String said = failed.getMessageWithoutLocation();
        return CALL.matcher(TEXT_VALUE.matcher(text).replaceAll("''"))
                .results()
                .map(call -> call.group(1))
                .filter(name -> Pattern.compile("(?<![\\w-])" + name + "(?![\\w-])")
                        .matcher(said)
                        .find())
                .findFirst()
                .map(name -> "函数 " + name + "(…) 不接受给它的值")
                .orElse("");
    }

    /** As the expression has it from there on; JSLT counts lines and columns from one. */
    private String place(int line, int column) {
        List<String> lines = text.lines().toList();
        if (line < 1 || line > lines.size() || column < 1) {
            return "";
        }
        String there = lines.get(line - 1)
                .substring(Math.min(column - 1, lines.get(line - 1).length()));
        return "第 " + line + " 行第 " + column + " 列 "
                + (there.length() > SHOWN ? there.substring(0, SHOWN) + "…" : there);
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
