package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.mapping.path.Path;
import com.wecomesb.mapping.path.Segment;
import com.wecomesb.mapping.shape.Shape;
import com.wecomesb.mapping.step.Kind;
import com.wecomesb.mapping.step.NamedStep;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds lines that cannot work with what the schemas say of source and target. */
final class ShapeCheck {

    private final String note;
    private final Mistakes mistakes;

    /** @param note what every mistake begins with */
    ShapeCheck(String note, Mistakes mistakes) {
        this.note = note;
        this.mistakes = mistakes;
    }

    void check(List<Line> lines, Shape source, Shape target) {
        check(lines, new ShapeFrame(source, Shape.UNKNOWN, source, target));
    }

    private void check(List<Line> lines, ShapeFrame frame) {
        for (Line line : lines) {
            line.condition().paths().forEach(path -> kinds(path, frame, line.where()));
            if (line instanceof Line.OfList block) {
                block(block, frame);
            } else {
                value((Line.OfValue) line, frame);
            }
        }
    }

    private void block(Line.OfList block, ShapeFrame frame) {
        Set<Kind> kinds = kinds(block.list(), frame, block.where());
        if (!kinds.contains(Kind.LIST)) {
            mistakes.add(block.where(), note + "来源 " + block.list() + " 是" + Kind.words(kinds) + ",不是列表");
            return;
        }
        Shape list = shape(frame.target(), "目标 ", block.to(), block.where());
        if (!list.kinds().contains(Kind.LIST)) {
            mistakes.add(block.where(), note + "目标 " + block.to() + " 要" + Kind.words(list.kinds()) + ",而这里写的是列表");
            return;
        }
        ShapeFrame items = frame.ofItems(block.list(), list);
        block.only().paths().forEach(path -> kinds(path, items, block.where()));
        block.by().forEach(path -> kinds(path, items, block.where()));
        check(block.fields(), block.isGroup() ? items.grouped() : items);
    }

    private void value(Line.OfValue line, ShapeFrame frame) {
        Set<Kind> kinds = origin(line, frame);
        for (NamedStep step : line.steps()) {
            Set<Kind> taken = EnumSet.copyOf(kinds);
            taken.retainAll(step.step().takes());
            if (taken.isEmpty()) {
                mistakes.add(
                        line.where(),
                        note + "步骤 " + step.name() + " 不能用于" + Kind.words(kinds) + ",只能用于"
                                + Kind.words(step.step().takes()));
                return;
            }
            kinds = step.step().gives(taken);
        }
        if (line.to().size() == 1) {
            target(line, kinds, frame);
            return;
        }
        line.to().forEach(path -> shape(frame.target(), "目标 ", path, line.where()));
        if (!kinds.contains(Kind.LIST)) {
            mistakes.add(line.where(), note + "几个目标要分一个列表,而这里的结果是" + Kind.words(kinds));
        }
    }

    private void target(Line.OfValue line, Set<Kind> kinds, ShapeFrame frame) {
        Path to = line.to().get(0);
        Shape target = shape(frame.target(), "目标 ", to, line.where());
        Set<Kind> fitting = EnumSet.copyOf(target.kinds());
        fitting.retainAll(kinds);
        if (fitting.isEmpty() && !(line.origin() instanceof Origin.Constant)) {
            mistakes.add(
                    line.where(),
                    note + "目标 " + to + " 要" + Kind.words(target.kinds()) + ",而这里的结果是" + Kind.words(kinds)
                            + ",请加上转换的步骤,例如 text、number、boolean、lookup");
        }
        outcomes(line).forEach(value -> outcome(value, to, target, line.where()));
    }

    private void outcome(JsonNode value, Path to, Shape target, YamlNode where) {
        if (!value.isNull() && !target.kinds().contains(Kind.of(value))) {
            mistakes.add(
                    where,
                    note + "目标 " + to + " 要" + Kind.words(target.kinds()) + ",不能是"
                            + Kind.of(value).word() + " " + value);
        } else if (!target.allows(value)) {
            mistakes.add(where, note + "目标 " + to + " 不能是“" + value.asText() + "”,只能是 " + target.allowed());
        }
    }

    /** The values that the file itself says: constants, defaults, what a look-up makes at the end of the steps. */
    private static Set<JsonNode> outcomes(Line.OfValue line) {
        Set<JsonNode> outcomes = new LinkedHashSet<>();
        if (line.origin() instanceof Origin.Constant constant) {
            outcomes.add(constant.value());
        }
        Optional<JsonNode> standIn = Optional.ofNullable(line.standIn());
        standIn.ifPresent(outcomes::add);
        if (!line.steps().isEmpty()) {
            line.steps().get(line.steps().size() - 1).step().outcomes().ifPresent(outcomes::addAll);
        }
        return outcomes;
    }

    private Set<Kind> origin(Line.OfValue line, ShapeFrame frame) {
        if (line.origin() instanceof Origin.Places places) {
            Set<Kind> kinds = EnumSet.noneOf(Kind.class);
            places.paths().forEach(path -> kinds.addAll(kinds(path, frame, line.where())));
            boolean collected =
                    places.paths().get(0).hasEach() && !line.to().get(0).hasEach();
            return collected ? EnumSet.of(Kind.LIST) : kinds;
        }
        if (line.origin() instanceof Origin.All all) {
            all.paths().forEach(path -> kinds(path, frame, line.where()));
            return EnumSet.of(Kind.LIST);
        }
        if (line.origin() instanceof Origin.Constant constant) {
            return constant.value().isNull() ? Kind.ALL : EnumSet.of(Kind.of(constant.value()));
        }
        return line.origin() instanceof Origin.Text ? EnumSet.of(Kind.TEXT) : Kind.ALL;
    }

    private Set<Kind> kinds(Path path, ShapeFrame frame, YamlNode where) {
        @Nullable Shape root = frame.root(path.root());
        if (root == null) {
            return path.root() == Path.Root.INDEX ? EnumSet.of(Kind.INTEGER) : Kind.ALL;
        }
        return shape(root, "来源 ", path, where).kinds();
    }

    /** Unknown, with the mistake noted, where the path leads nowhere. */
    private Shape shape(Shape root, String side, Path path, YamlNode where) {
        Shape.Way way = root.follow(path.segments());
        if (way.mistake() == null) {
            return way.shape();
        }
        mistakes.add(where, note + side + path + ":schemas/" + root.name() + ".schema.json 里" + way.mistake());
        return Shape.UNKNOWN;
    }

    /** The items of a list. */
    static Shape items(Shape list) {
        return list.follow(List.of(Segment.EACH)).shape();
    }
}
