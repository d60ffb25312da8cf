package com.wecomesb.connector.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.http.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A path with values in it: {@code /tickets/{document.ticketId}}. What is between braces is a dotted name or a JSLT expression,
 * its value one encoded part of the path, so that what a customer typed leads to no other address; only what the settings say
 * ({@code {config.ticketsPath}}) goes in as it is written.
 */
public final class PathTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z_][\\w-]*(\\.[\\p{L}_][\\p{L}\\w-]*)*");

    private final List<Part> parts;

    private PathTemplate(List<Part> parts) {
        this.parts = parts;
    }

    /** Throws {@link JsltMistaken} when something between braces is no expression. */
    public static PathTemplate parse(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int end = 0;
        while (place.find()) {
            parts.add(new Part(text.substring(end, place.start()), null, false));
            String name = place.group(1);
            parts.add(new Part("{" + name + "}", Jslt.parse(expression(name)), name.startsWith("config.")));
            end = place.end();
        }
        parts.add(new Part(text.substring(end), null, false));
        return new PathTemplate(List.copyOf(parts));
    }

    /** {@code document.ticketId} is {@code $document."ticketId"}, {@code body.id} is {@code ."id"}. */
    private static String expression(String name) {
        if (!DOTTED.matcher(name).matches()) {
            return name;
        }
        List<String> steps = Arrays.asList(name.split("\\."));
        String fields = steps.stream().skip(1).map(step -> ".\"" + step + "\"").collect(Collectors.joining());
        if (steps.get(0).equals("body")) {
            return fields.isEmpty() ? "." : fields;
        }
        return "$" + steps.get(0) + fields;
    }

    /** Throws {@link ConnectorFailed} when a value is empty, no text or number, or would lead elsewhere. */
    public String fill(JsonNode body, Map<String, JsonNode> variables) {
        StringBuilder path = new StringBuilder();
        for (Part part : parts) {
            path.append(part.fill(body, variables));
        }
        return path.toString();
    }

    private record Part(String text, @Nullable Jslt value, boolean trusted) {

        private String fill(JsonNode body, Map<String, JsonNode> variables) {
            if (value == null) {
                return text;
            }
            JsonNode filled = value.of(body, variables);
            String segment = filled.asText("");
            if (!filled.isValueNode()
                    || filled.isNull()
                    || (segment.isEmpty() && !trusted)
                    || segment.matches("\\.\\.?")) {
                throw new ConnectorFailed(Kind.PERMANENT, "路径里 " + text + " 的值为空或不合法");
            }
            return trusted ? segment : Parameter.encoded(segment);
        }
    }
}
