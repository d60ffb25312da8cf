package com.wecomesb.reply;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.HashMap;
import java.util.Map;
import liqp.TemplateContext;
import liqp.exceptions.LiquidException;
import liqp.nodes.LNode;
import liqp.parser.v4.NodeVisitor;

/**
 * A Liquid template. There is no code in it, and what a customer wrote is a value in it, never a template. Unknown
 * variables are empty; the size of what is rendered and the rounds of loops are limited. Immutable, safe for any number
 * of threads.
 */
public final class Template {

    private final LNode root;

    private Template(LNode root) {
        this.root = root;
    }

    /**
     * Compiles a template.
     *
     * @throws IllegalArgumentException when it is not Liquid; the message says where and what
     */
    public static Template of(String text) {
        if (text.length() > Sandbox.MAX_CHARACTERS) {
            throw new IllegalArgumentException("模板太长,最多 " + Sandbox.MAX_CHARACTERS + " 个字");
        }
        try {
            // liqp keeps the variables of the rendering in hand in its template, so two threads would mix two customers
            var tree = Sandbox.PARSER.parse(text).getParseTree();
            LNode root = new NodeVisitor(
                            Sandbox.PARSER.insertions, Sandbox.PARSER.filters, Sandbox.PARSER.liquidStyleInclude)
                    .visit(tree);
            return new Template(root);
        } catch (LiquidException exception) {
            throw new IllegalArgumentException(TemplateMistake.words(exception), exception);
        } catch (RuntimeException exception) {
            throw new IllegalArgumentException(TemplateMistake.words(exception), exception);
        }
    }

    /** Compiles a text of a file; where that fails, adds the mistake and takes an empty text. */
    static Template of(YamlNode node, Mistakes mistakes) {
        try {
            return of(node.text());
        } catch (IllegalArgumentException exception) {
            mistakes.add(node, String.valueOf(exception.getMessage()));
            return of("");
        }
    }

    /**
     * The text with its variables filled in.
     *
     * @throws NotRendered when a filter cannot use a value, or a limit is reached
     */
    public String render(Map<String, Object> context) {
        try {
            TemplateContext variables = new TemplateContext(Sandbox.PARSER, new HashMap<>(context));
            Object rendered = root.render(variables);
            return String.valueOf(Sandbox.PARSER.getRenderTransformer().transformObject(variables, rendered));
        } catch (RuntimeException exception) {
            throw new NotRendered(exception);
        }
    }
}
