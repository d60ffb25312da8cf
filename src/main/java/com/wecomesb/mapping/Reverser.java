package com.wecomesb.mapping;

import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.mapping.path.Path;
import com.wecomesb.mapping.path.Segment;
import com.wecomesb.mapping.step.NamedStep;
import com.wecomesb.mapping.step.WayBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the lines of a table round. A line of which something would be lost is a mistake, unless it says itself how the way
 * back looks, or that there is none. Constants and values of the context have no way back and need none.
 */
final class Reverser {

    private static final KnownKeys KEYS = new KnownKeys("reverse", LineReader.WAY);
    private static final String ELSE = ";请写 reverse: {steps: [怎样换回来]},或者 reverse: false(这一行没有反向)";

    private final LineReader reader;
    private final Mistakes mistakes;

    /** @param reader for what lines say themselves */
    Reverser(LineReader reader, Mistakes mistakes) {
        this.reader = reader;
        this.mistakes = mistakes;
    }

    List<Line> turn(List<Line> lines) {
        List<Line> turned = new ArrayList<>();
        for (Line line : lines) {
            if (line.reverse().map(YamlNode::text).filter("false"::equals).isPresent()) {
                continue;
            }
            Optional<? extends Line> back =
                    line instanceof Line.OfList block ? block(block) : value((Line.OfValue) line);
            back.ifPresent(turned::add);
        }
        return List.copyOf(turned);
    }

    private Optional<Line> block(Line.OfList block) {
        if (block.reverse().isPresent()) {
            mistakes.add(block.reverse().get(), "块的 reverse 只能是 false;每一行的反向写在那一行里");
            return Optional.empty();
        }
        if (block.isGroup()
                || block.list().hasEach()
                || !block.only().isNone()
                || !block.condition().isNone()) {
            mistakes.add(block.where(), "反向:group、几层列表、where、when 都不能自动反向,请给这一块写 reverse: false");
            return Optional.empty();
        }
        return isTarget(block.list(), block.where())
                ? Optional.of(new Line.OfList(
                        block.where(),
                        block.list(),
                        block.to(),
                        List.of(),
                        Condition.NONE,
                        turn(block.fields()),
                        Condition.NONE,
                        Optional.empty()))
                : Optional.empty();
    }

    private Optional<? extends Line> value(Line.OfValue line) {
        if (line.reverse().isPresent()) {
            return said(line, line.reverse().get());
        }
        if (line.origin() instanceof Origin.Constant || isOfContext(line)) {
            return Optional.empty();
        }
        Optional<String> against = against(line);
        if (against.isPresent()) {
            mistakes.add(line.where(), "反向:" + against.get() + ELSE);
            return Optional.empty();
        }
        Path from = ((Origin.Places) line.origin()).paths().get(0);
        return steps(line)
                .filter(steps -> isTarget(from, line.where()))
                .map(steps -> new Line.OfValue(
                        line.where(),
                        List.of(from),
                        new Origin.Places(line.to()),
                        steps,
                        null,
                        false,
                        line.clear(),
                        Condition.NONE,
                        Optional.empty()));
    }

    /** What the line says itself lies over what follows from its way there. */
    private Optional<Line.OfValue> said(Line.OfValue line, YamlNode reverse) {
        if (!reverse.isMap()) {
            mistakes.add(reverse, "reverse 写成 false 或 {steps: […]}(也可以有 to、from、text、jslt、default 等)");
            return Optional.empty();
        }
        KEYS.check(reverse, mistakes);
        Optional<Origin> origin = OriginReader.KEYS.stream().anyMatch(reverse.map()::containsKey)
                ? reader.origin(reverse)
                : Optional.of(line.to().size() == 1 ? new Origin.Places(line.to()) : new Origin.All(line.to()));
        boolean ownSteps = reverse.map().containsKey("steps")
                || origin.filter(Origin.Places.class::isInstance).isEmpty();
        Optional<List<NamedStep>> steps = ownSteps ? Optional.of(reader.steps(reverse)) : steps(line);
        List<Path> to = reverse.get("to").map(reader::targets).orElseGet(() -> targets(line));
        return steps.flatMap(found -> reader.value(reverse, to, origin, found));
    }

    private List<Path> targets(Line.OfValue line) {
        List<Path> paths = line.origin() instanceof Origin.All all
                ? all.paths()
                : line.origin() instanceof Origin.Places places ? places.paths().subList(0, 1) : List.of();
        if (paths.isEmpty()) {
            mistakes.add(line.where(), "反向:这一行没有来源路径,reverse 里要写 to(写到来源的哪里)");
        }
        return paths.stream().allMatch(path -> isTarget(path, line.where())) ? paths : List.of();
    }

    private static boolean isOfContext(Line.OfValue line) {
        return line.origin() instanceof Origin.Places places
                && places.paths().stream().allMatch(path -> path.root() != Path.Root.SOURCE);
    }

    private boolean isTarget(Path path, YamlNode where) {
        return path.isTarget(where, mistakes);
    }

    /** Why the line has no way back of itself, its steps apart. */
    private static Optional<String> against(Line.OfValue line) {
        if (!(line.origin() instanceof Origin.Places places)
                || places.paths().size() > 1
                || line.to().size() > 1) {
            return Optional.of("all、text、jslt、几个来源或几个目标不能自动反向");
        }
        if (!line.condition().isNone()) {
            return Optional.of("有条件(when、unless)的一行不能自动反向");
        }
        if (line.standIn() != null) {
            return Optional.of("有 default 的一行不能自动反向:分不清是原来的值还是默认值(reverse: {} 表示原样带回)");
        }
        Path from = places.paths().get(0);
        Path to = line.to().get(0);
        if (from.eachCount() != to.eachCount()) {
            return Optional.of("几层列表合成一层以后分不开");
        }
        boolean losesPlaces = to.last().equals(Segment.EACH) && !from.last().equals(Segment.EACH);
        return losesPlaces ? Optional.of("目标 " + to + " 不留空项,对不上来源的第几项") : Optional.empty();
    }

    /** The steps that undo the line's, last first; nothing when one of them cannot be undone. */
    private Optional<List<NamedStep>> steps(Line.OfValue line) {
        List<NamedStep> back = new ArrayList<>();
        for (NamedStep step : line.steps()) {
            WayBack way = step.step().back();
            if (way.exact().isEmpty()) {
                String advice = way.advice()
                        .map(steps -> "请写 reverse: {steps: " + steps + "},或者 reverse: false(这一行没有反向)")
                        .orElse("请写 reverse: false(这一行没有反向)");
                mistakes.add(line.where(), "反向:步骤 " + step.name() + " 会丢掉一些内容,不能自动反向;" + advice);
                return Optional.empty();
            }
            back.add(0, way.exact().get());
        }
        return Optional.of(List.copyOf(back));
    }
}
