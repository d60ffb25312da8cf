package com.wecomesb.mapping.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The spelling of paths. */
final class PathText {

    private static final int LAST_INDEX = 999;
    private static final Pattern NAME = Pattern.compile("[^.\\[\\]\\s\"'{}$][^.\\[\\]]*");
    private static final Pattern BRACKETS =
            Pattern.compile("\\[(?:([0-9]{0,4})|([^.\\[\\]=\"'\\s]+)=(?:\"([^\"\\[\\]]+)\"|([^\"\\[\\]]+)))]");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    private final String text;
    private final Matcher name;
    private final Matcher brackets;
    private final List<Segment> segments = new ArrayList<>();
    private int at;

    private PathText(String text) {
        this.text = text;
        this.name = NAME.matcher(text);
        this.brackets = BRACKETS.matcher(text);
    }

    /** Empty when the text is no path. */
    static List<Segment> segments(String text) {
        PathText reading = new PathText(text);
        while (reading.at < text.length()) {
            if (!reading.next()) {
                return List.of();
            }
        }
        return List.copyOf(reading.segments);
    }

    private boolean next() {
        if (text.charAt(at) == '[') {
            return item();
        }
        if (!segments.isEmpty()) {
            if (text.charAt(at) != '.') {
                return false;
            }
            at++;
        }
        if (!name.find(at)
                || name.start() != at
                || !name.group().equals(name.group().strip())) {
            return false;
        }
        segments.add(new Segment.Key(name.group()));
        at = name.end();
        return true;
    }

    private boolean item() {
        if (!brackets.find(at) || brackets.start() != at) {
            return false;
        }
        at = brackets.end();
        if (brackets.group(2) != null) {
            segments.add(new Match(brackets.group(2), value()));
            return true;
        }
        String index = brackets.group(1);
        if (!index.isEmpty() && Integer.parseInt(index) > LAST_INDEX) {
            return false;
        }
        segments.add(index.isEmpty() ? Segment.EACH : new Segment.Index(Integer.parseInt(index)));
        return true;
    }

    /** {@code [id=7]} is a number, {@code [id="7"]} a text. */
    private JsonNode value() {
        String quoted = brackets.group(3);
        if (quoted != null) {
            return JsonNodeFactory.instance.textNode(quoted);
        }
        String plain = brackets.group(4);
        return WHOLE_NUMBER.matcher(plain).matches()
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(plain))
                : JsonNodeFactory.instance.textNode(plain);
    }
}
