package com.wecomesb.mapping;

import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.mapping.path.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a block of lines about the items of a list, {@code each}, or about their groups, {@code group}. */
final class BlockReader {

    private static final KnownKeys OF_EACH =
            KnownKeys.of("each 块", "to", "each", "where", "fields", "when", "unless", "reverse");
    private static final KnownKeys OF_GROUP =
            KnownKeys.of("group 块", "to", "group", "by", "where", "fields", "when", "unless", "reverse");

    private final LineReader inner;
    private final ConditionReader conditions;
    private final boolean inBlock;
    private final Mistakes mistakes;

    /** @param inner reads the block's lines */
    BlockReader(LineReader inner, ConditionReader conditions, boolean inBlock, Mistakes mistakes) {
        this.inner = inner;
        this.conditions = conditions;
        this.inBlock = inBlock;
        this.mistakes = mistakes;
    }

    Optional<Line> read(YamlNode node) {
        boolean group = node.map().containsKey("group");
        (group ? OF_GROUP : OF_EACH).check(node, mistakes);
        Optional<Path> to = node.get("to").flatMap(path -> Path.ofTarget(path, mistakes));
        if (node.get("to").isEmpty() || node.get("fields").isEmpty()) {
            mistakes.add(node, "each 或 group 块要有 to(目标列表)和 fields(每一项的字段表)");
        }
        to.filter(Path::hasEach).ifPresent(path -> mistakes.add(node, "块的 to 写列表本身,不带 []"));
        Optional<Path> list =
                node.get(group ? "group" : "each").flatMap(path -> Path.ofSource(path, inBlock, mistakes));
        List<Path> by = group ? by(node) : List.of();
        if (group && list.filter(Path::hasEach).isPresent()) {
            mistakes.add(node, "group 的列表不能有 []");
        }
        Condition only = new ConditionReader(true, mistakes).read(node.get("where"), Optional.empty());
        Condition condition = conditions.read(node.get("when"), node.get("unless"));
        List<Line> fields = inner.read(node.get("fields").map(YamlNode::items).orElse(List.of()));
        if (to.isEmpty() || list.isEmpty() || (group && by.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                new Line.OfList(node, to.get(), list.get(), by, only, fields, condition, node.get("reverse")));
    }

    private List<Path> by(YamlNode node) {
        List<Path> by = new ArrayList<>();
        node.get("by")
                .map(YamlNode::items)
                .orElse(List.of())
                .forEach(item -> Path.ofSource(item, true, mistakes).ifPresent(by::add));
        boolean plain = by.stream().allMatch(path -> path.root() == Path.Root.SOURCE && !path.hasEach());
        if (by.isEmpty() || !plain) {
            mistakes.add(node, "group 要有 by:按每一项的哪个字段分组,例如 by: orderNo");
            return List.of();
        }
        return List.copyOf(by);
    }
}
