package com.wecomesb.mapping;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.mapping.path.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Reads where a line's value comes from. */
final class OriginReader {

    static final List<String> KEYS = List.of("from", "all", "value", "text", "jslt");

    private final boolean inBlock;
    private final Mistakes mistakes;

    OriginReader(boolean inBlock, Mistakes mistakes) {
        this.inBlock = inBlock;
        this.mistakes = mistakes;
    }

    /** Nothing when there is none, or it has a mistake. */
    Optional<Origin> read(YamlNode line) {
        List<String> present = KEYS.stream().filter(line.map()::containsKey).toList();
        if (present.size() != 1) {
            mistakes.add(line, "from(来源路径)、all(几个来源合成列表)、value(常量)、text(文本模板)、jslt(表达式)必须且只能有一个");
            return Optional.empty();
        }
        YamlNode node = Objects.requireNonNull(line.map().get(present.get(0)));
        return switch (present.get(0)) {
            case "from" -> paths(node).map(Origin.Places::new);
            case "all" -> paths(node).map(Origin.All::new);
            case "value" -> Optional.of(new Origin.Constant(node.json()));
            case "text" -> parsed(node, TextTemplate::parse, "文本模板有误:").map(Origin.Text::new);
            default -> parsed(node, JsltExpression::parse, "JSLT 表达式有误:").map(Origin.Expression::new);
        };
    }

    private Optional<List<Path>> paths(YamlNode node) {
        List<Path> paths = new ArrayList<>();
        node.items().forEach(item -> Path.ofSource(item, inBlock, mistakes).ifPresent(paths::add));
        if (node.items().isEmpty()) {
            mistakes.add(node, "来源路径是空的");
        }
        if (node.isList() && paths.stream().anyMatch(Path::hasEach)) {
            mistakes.add(node, "几个来源时路径不能有 []");
        }
        return paths.isEmpty() || paths.size() < node.items().size()
                ? Optional.empty()
                : Optional.of(List.copyOf(paths));
    }

    private <T> Optional<T> parsed(YamlNode node, Function<String, T> parser, String message) {
        try {
            return Optional.of(parser.apply(node.text()));
        } catch (IllegalArgumentException wrong) {
            mistakes.add(node, message + wrong.getMessage());
            return Optional.empty();
        }
    }
}
