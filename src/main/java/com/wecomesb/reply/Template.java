package com.wecomesb.reply;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.Map;
import liqp.TemplateParser;
import liqp.exceptions.LiquidException;

/**
 * A Liquid template. There is no code in it, and what a customer wrote is a value in it, never a template. Unknown
 * variables are empty; size and time of rendering are limited. Immutable.
 */
public final class Template {

    private static final int MAX_CHARACTERS = 64 * 1024;
    private static final int MAX_MILLIS = 500;
    private static final TemplateParser PARSER = new TemplateParser.Builder()
            .withMaxTemplateSizeBytes((long) MAX_CHARACTERS)
            .withMaxSizeRenderedString(MAX_CHARACTERS)
            .withMaxRenderTimeMillis(MAX_MILLIS)
            .withMaxIterations(1000)
            .build();

    private final String text;
    private final liqp.Template compiled;

    private Template(String text, liqp.Template compiled) {
        this.text = text;
        this.compiled = compiled;
    }

    /** @throws IllegalArgumentException when it is not Liquid; the message says where */
    public static Template of(String text) {
        try {
            return new Template(text, PARSER.parse(text));
        } catch (LiquidException exception) {
            throw new IllegalArgumentException(
                    "第 " + exception.line + " 行第 " + exception.charPositionInLine + " 列:模板写错了", exception);
        } catch (RuntimeException exception) {
            throw new IllegalArgumentException("模板写错了", exception);
        }
    }

    /** Compiles a text of a file; where that fails, adds the mistake and takes the text as it is. */
    static Template of(YamlNode node, Mistakes mistakes) {
        try {
            return of(node.text());
        } catch (IllegalArgumentException exception) {
            mistakes.add(node, String.valueOf(exception.getMessage()));
            return of("");
        }
    }

    /** Safe for any number of threads. */
    public String render(Map<String, Object> context) {
        return text.contains("{{") || text.contains("{%") ? compiled.render(context) : text;
    }
}
