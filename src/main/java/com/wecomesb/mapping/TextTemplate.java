package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.wecomesb.mapping.step.ScalarText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liqp.Template;
import liqp.TemplateParser;
import org.jspecify.annotations.Nullable;

/**
 * A Liquid text. It sees the source document's fields and, where the source has no field of that name, the context's.
 *
 * <p>A text that only names fields is put together by hand: Liquid costs microseconds, a whole mapping less than one.
 */
final class TextTemplate implements ValueSource {

    private static final int LONGEST = 100_000;
    private static final TemplateParser PARSER = new TemplateParser.Builder()
            .withErrorMode(TemplateParser.ErrorMode.STRICT)
            .withMaxIterations(10_000)
            .withMaxSizeRenderedString(LONGEST)
            .build();
    private static final Pattern OUTPUT = Pattern.compile("\\{\\{\\s*([\\p{L}_][\\p{L}\\p{N}_.]*)\\s*}}");
    private static final Pattern FOREIGN_FILE = Pattern.compile("\\{%-?\\s*(include|include_relative|render)\\b");

    private static final Pattern TAG = Pattern.compile("\\{[{%](.*?)[}%]}", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\p{N}_.])[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");

    private final Template liquid;
    private final String text;
    private final Part @Nullable [] parts;

    private TextTemplate(Template liquid, String text, Part @Nullable [] parts) {
        this.liquid = liquid;
        this.text = text;
        this.parts = parts;
    }

    /** Throws {@link IllegalArgumentException} with Liquid's own words when the text is no template. */
    static TextTemplate parse(String text) {
        if (FOREIGN_FILE.matcher(text).find()) {
            throw new IllegalArgumentException("a mapping's text cannot include other files");
        }
        Template liquid;
        try {
            liquid = PARSER.parse(text);
            // Liquid misses an unknown filter until it renders.
            liquid.render(Map.of());
        } catch (RuntimeException wrongTemplate) {
            throw new IllegalArgumentException(String.valueOf(wrongTemplate.getMessage()), wrongTemplate);
        }
        return new TextTemplate(liquid, text, parts(text));
    }

    @Override
    public JsonNode read(Run run) {
        String byHand = parts == null ? null : join(parts, run.scope());
        return TextNode.valueOf(byHand == null ? liquid.render(LiquidView.variables(run.scope())) : byHand);
    }

    /** All that may be names of fields in it, each way of names apart; Liquid's own words are among them. */
    List<List<String>> names() {
        List<List<String>> ways = new ArrayList<>();
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            Matcher name = NAME.matcher(QUOTED.matcher(tag.group(1)).replaceAll("''"));
            while (name.find()) {
                ways.add(List.of(name.group().split("\\.", -1)));
            }
        }
        return ways;
    }

    /** Null when a value is no scalar: Liquid knows how to show it. */
    private static @Nullable String join(Part[] parts, Scope scope) {
        // Two or three parts, mostly: put together they are faster than through a builder, which widens for the first
        // 汉字.
        String joined = "";
        for (Part part : parts) {
            JsonNode value = part.value(scope);
            if (value == null) {
                joined = joined.concat(part.literal());
            } else if (value.isContainerNode()) {
                return null;
            } else if (!value.isNull()) {
                joined = joined.concat(ScalarText.of(value));
            }
        }
        return joined;
    }

    /** The literals and names of a template that has nothing else; null for any other. */
    private static Part @Nullable [] parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher output = OUTPUT.matcher(text);
        int at = 0;
        while (output.find()) {
            parts.add(new Part(text.substring(at, output.start()), null));
            parts.add(new Part("", names(output.group(1))));
            at = output.end();
        }
        parts.add(new Part(text.substring(at), null));
        boolean plain = parts.stream()
                .noneMatch(
                        part -> part.literal().contains("{{") || part.literal().contains("{%"));
        parts.removeIf(part -> part.names() == null && part.literal().isEmpty());
        return plain ? parts.toArray(Part[]::new) : null;
    }

    private static String[] names(String path) {
        return Arrays.stream(path.split("\\.", -1)).map(String::intern).toArray(String[]::new);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, read in the hot path
    private record Part(String literal, String @Nullable [] names) {

        /** Null for a literal and for what is nowhere. */
        @Nullable
        JsonNode value(Scope scope) {
            if (names == null) {
                return null;
            }
            JsonNode at = scope.named(names[0]);
            for (int index = 1; at != null && index < names.length; index++) {
                at = at.get(names[index]);
            }
            return at;
        }
    }
}
