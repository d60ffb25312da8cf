package com.wecomesb.mapping;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a value stands: {@code properties.phone}, {@code phones[0]}, {@code lines[].sku}, {@code $conversation.id}.
 *
 * @param text as the file has it
 * @param ofContext it starts with {@code $}: the value belongs to the call's context, not to the source document
 */
record Path(String text, List<Segment> segments, boolean ofContext) {

    private static final int LAST_INDEX = 999;
    private static final Pattern NAME = Pattern.compile("[^.\\[\\]\\s\"'{}$][^.\\[\\]]*");
    private static final Pattern BRACKETS = Pattern.compile("\\[([0-9]{0,4})]");

    /** A source path, which may be one into the context. */
    static Optional<Path> ofSource(YamlNode node, Mistakes mistakes) {
        boolean ofContext = node.text().startsWith("$");
        return read(node, ofContext ? 1 : 0, ofContext, mistakes);
    }

    static Optional<Path> ofTarget(YamlNode node, Mistakes mistakes) {
        Optional<Path> path = read(node, 0, false, mistakes);
        if (path.isPresent() && !(path.get().segments().get(0) instanceof Segment.Key)) {
            mistakes.add(node, "目标路径要从一个字段名开始");
            return Optional.empty();
        }
        return path;
    }

    private static Optional<Path> read(YamlNode node, int start, boolean ofContext, Mistakes mistakes) {
        List<Segment> segments = node.isText() ? segments(node.text(), start) : List.of();
        if (segments.isEmpty()) {
            mistakes.add(node, "路径写成 a.b、phones[0]、lines[].sku 或 $conversation.id,不能有空的一段");
            return Optional.empty();
        }
        return Optional.of(new Path(node.text(), List.copyOf(segments), ofContext));
    }

    /** Empty when the text is no path. */
    private static List<Segment> segments(String text, int start) {
        List<Segment> segments = new ArrayList<>();
        Matcher name = NAME.matcher(text);
        Matcher brackets = BRACKETS.matcher(text);
        int at = start;
        while (at < text.length()) {
            if (text.charAt(at) == '[' && brackets.find(at) && brackets.start() == at) {
                String index = brackets.group(1);
                if (!index.isEmpty() && Integer.parseInt(index) > LAST_INDEX) {
                    return List.of();
                }
                segments.add(index.isEmpty() ? Segment.EACH : new Segment.Index(Integer.parseInt(index)));
                at = brackets.end();
                continue;
            }
            if (!segments.isEmpty()) {
                if (text.charAt(at) != '.') {
                    return List.of();
                }
                at++;
            }
            if (!name.find(at)
                    || name.start() != at
                    || !name.group().equals(name.group().strip())) {
                return List.of();
            }
            segments.add(new Segment.Key(name.group()));
            at = name.end();
        }
        return segments;
    }

    boolean hasEach() {
        return segments.contains(Segment.EACH);
    }

    long eachCount() {
        return segments.stream().filter(Segment.EACH::equals).count();
    }

    /** The parts between the {@code []}: one more than there are {@code []}; each may be empty. */
    List<Segment[]> parts() {
        List<Segment[]> parts = new ArrayList<>();
        List<Segment> part = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.equals(Segment.EACH)) {
                parts.add(part.toArray(Segment[]::new));
                part = new ArrayList<>();
            } else {
                part.add(segment);
            }
        }
        parts.add(part.toArray(Segment[]::new));
        return parts;
    }

    @Override
    public String toString() {
        return text;
    }
}
