package com.wecomesb.mapping.path;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a value stands: {@code properties.phone}, {@code phones[0]}, {@code lines[].sku}, {@code emails[type=work].value},
 * {@code $conversation.id}; a lone {@code .} is the whole document.
 *
 * @param text as the file has it
 * @param root what the segments start from
 */
public record Path(String text, Root root, List<Segment> segments) {

    /** What a path starts from. */
    public enum Root {
        /** The source document, or the item of the list that a block of lines is about. */
        SOURCE,
        /** What the call says beside the document: {@code $conversation}, {@code $staff}, … */
        CONTEXT,
        /** {@code $parent}: what the list of a block of lines stands in. */
        PARENT,
        /** {@code $source}: the whole source document, from within a block of lines. */
        WHOLE,
        /** {@code $index}: the item's number in a block of lines, from 0. */
        INDEX
    }

    /** What the context knows, without the dollar sign. */
    public static final List<String> CONTEXT_NAMES = List.of("conversation", "channel", "staff", "corp");

    private static final String FORM =
            "路径写成 a.b、phones[0]、lines[].sku、emails[type=work].value 或 $conversation.id,不能有空的一段";

    /**
     * A source path.
     *
     * @param inBlock it stands in a block of lines about a list, where {@code $parent}, {@code $source}, {@code $index} mean something
     */
    public static Optional<Path> ofSource(YamlNode node, boolean inBlock, Mistakes mistakes) {
        if (node.isText() && node.text().equals(".")) {
            return Optional.of(new Path(".", Root.SOURCE, List.of()));
        }
        if (!node.text().startsWith("$")) {
            return read(node, Root.SOURCE, node.text(), mistakes);
        }
        Optional<Path> whole = read(node, Root.CONTEXT, node.text().substring(1), mistakes);
        return whole.flatMap(path -> ofVariable(path, node, inBlock, mistakes));
    }

    private static Optional<Path> ofVariable(Path path, YamlNode node, boolean inBlock, Mistakes mistakes) {
        String name = path.segments().get(0) instanceof Segment.Key key ? key.name() : "";
        Optional<Root> ofBlock = switch (name) {
            case "parent" -> Optional.of(Root.PARENT);
            case "source" -> Optional.of(Root.WHOLE);
            case "index" -> Optional.of(Root.INDEX);
            default -> Optional.empty();
        };
        if (ofBlock.isPresent()) {
            if (!inBlock) {
                mistakes.add(node, "$" + name + " 只能用在 each 或 group 的 fields 里");
                return Optional.empty();
            }
            List<Segment> rest = path.segments().subList(1, path.segments().size());
            return Optional.of(new Path(path.text(), ofBlock.get(), List.copyOf(rest)));
        }
        if (!CONTEXT_NAMES.contains(name)) {
            mistakes.add(node, "没有上下文变量 " + path + ",可用:$" + String.join("、$", CONTEXT_NAMES));
            return Optional.empty();
        }
        return Optional.of(path);
    }

    /** A target path: it starts with a field, and an item that is found by a field's value is not its end. */
    public static Optional<Path> ofTarget(YamlNode node, Mistakes mistakes) {
        Optional<Path> path = read(node, Root.SOURCE, node.text(), mistakes);
        return path.filter(found -> found.isTarget(node, mistakes));
    }

    /** Whether the path can be written to; notes what stands against it. */
    public boolean isTarget(YamlNode where, Mistakes mistakes) {
        if (root != Root.SOURCE || segments.isEmpty() || !(segments.get(0) instanceof Segment.Key)) {
            mistakes.add(where, "目标路径要从一个字段名开始:" + text);
            return false;
        }
        for (int at = 0; at < segments.size(); at++) {
            boolean intoField = at + 1 < segments.size() && segments.get(at + 1) instanceof Segment.Key;
            if (segments.get(at) instanceof Match && !intoField) {
                mistakes.add(where, "目标路径的 [字段=值] 后面要有一个字段,例如 emails[type=work].value");
                return false;
            }
        }
        return true;
    }

    private static Optional<Path> read(YamlNode node, Root root, String text, Mistakes mistakes) {
        List<Segment> segments = node.isText() ? PathText.segments(text) : List.of();
        if (segments.isEmpty()) {
            mistakes.add(node, FORM);
            return Optional.empty();
        }
        return Optional.of(new Path(node.text(), root, segments));
    }

    public boolean hasEach() {
        return segments.contains(Segment.EACH);
    }

    public long eachCount() {
        return segments.stream().filter(Segment.EACH::equals).count();
    }

    public Segment last() {
        return segments.get(segments.size() - 1);
    }

    /** What leads to the first list that {@code []} goes through. */
    public List<Segment> beforeEach() {
        return segments.subList(0, segments.indexOf(Segment.EACH));
    }

    /** What stands behind the first {@code []}, cut at the further ones: as many parts as there are {@code []}; each may be empty. */
    public List<Segment[]> partsBehindEach() {
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
        return List.copyOf(parts.subList(1, parts.size()));
    }

    @Override
    public String toString() {
        return text;
    }
}
