package com.wecomesb.mapping;

import com.wecomesb.document.Mistakes;
import com.wecomesb.mapping.path.Path;
import com.wecomesb.mapping.path.Segment;
import com.wecomesb.mapping.step.NamedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles the lines of one table, or of one block; finds targets that contradict each other. */
final class LineCompiler {

    private final String mapping;
    private final String note;
    private final String above;
    private final Mistakes mistakes;
    private final SourcePlaces sources = new SourcePlaces();
    private final TargetTree targets;

    /**
     * @param note what every mistake begins with
     * @param above the target path of the block, with a dot at its end
     */
    private LineCompiler(String mapping, String note, String above, Mistakes mistakes) {
        this.mapping = mapping;
        this.note = note;
        this.above = above;
        this.mistakes = mistakes;
        this.targets = new TargetTree(note);
    }

    static Table compile(String mapping, String note, List<Line> lines, Mistakes mistakes) {
        return new LineCompiler(mapping, note, "", mistakes).table(lines);
    }

    private Table table(List<Line> lines) {
        List<FieldPlan> plans = new ArrayList<>();
        for (Line line : lines) {
            Optional<FieldPlan> plan =
                    line instanceof Line.OfList block ? Optional.of(block(block)) : value((Line.OfValue) line);
            plan.map(found -> conditional(line, found)).ifPresent(plans::add);
        }
        return new Table(CopiedFields.together(plans), sources.slots(), sources.roots(), targets);
    }

    private static FieldPlan conditional(Line line, FieldPlan plan) {
        if (line.condition().isNone()) {
            return plan;
        }
        return line instanceof Line.OfValue value
                ? new ConditionalField(
                        line.condition(),
                        plan,
                        targetText(value),
                        value.origin().text())
                : new ConditionalField(
                        line.condition(), plan, ((Line.OfList) line).to().text(), null);
    }

    /** As traces and violations name the line. */
    static String targetText(Line.OfValue line) {
        return line.to().size() == 1
                ? line.to().get(0).text()
                : String.join(" + ", line.to().stream().map(Path::text).toList());
    }

    private FieldPlan block(Line.OfList block) {
        targets.claim(block.to(), block.where(), mistakes);
        int target = targets.place(block.to().segments());
        String inside = above + block.to() + "[].";
        Table table = new LineCompiler(mapping, note, inside, mistakes).table(block.fields());
        Conversion naming = naming(block.to().text(), block.list().text());
        if (block.isGroup()) {
            List<Segment[]> by = block.by().stream()
                    .map(path -> path.segments().toArray(Segment[]::new))
                    .toList();
            return new GroupTable(naming, sources.place(block.list()), by, block.only(), table, target);
        }
        if (!block.list().hasEach()) {
            return new EachTable(naming, sources.place(block.list()), List.of(), block.only(), table, target);
        }
        int outermost = sources.place(block.list().root(), block.list().beforeEach());
        return new EachTable(naming, outermost, block.list().partsBehindEach(), block.only(), table, target);
    }

    private Optional<FieldPlan> value(Line.OfValue line) {
        line.to().forEach(path -> targets.claim(path, line.where(), mistakes));
        Conversion conversion = new Conversion(
                mapping,
                above + targetText(line),
                line.origin().text(),
                line.steps(),
                line.standIn(),
                line.required(),
                line.clear());
        Path to = line.to().get(0);
        if (line.to().size() == 1
                && line.origin() instanceof Origin.Places places
                && places.paths().get(0).hasEach()) {
            return fromList(line, places.paths().get(0), to, conversion);
        }
        if (line.to().stream().anyMatch(Path::hasEach)) {
            mistakes.add(line.where(), note + "目标 " + to + " 有 [],来源也要有");
            return Optional.empty();
        }
        return Optional.of(field(line, conversion)
                .orElseGet(
                        () -> plain(line, sources.of(line.origin(), mapping, above + targetText(line)), conversion)));
    }

    /** The line as one of a field that goes as it is to a field. */
    private Optional<FieldPlan> field(Line.OfValue line, Conversion conversion) {
        if (!conversion.isPlain()
                || line.to().size() > 1
                || !(line.to().get(0).last() instanceof Segment.Key target)
                || !(line.origin() instanceof Origin.Places places)
                || places.paths().size() > 1
                || places.paths().get(0).segments().isEmpty()
                || !(places.paths().get(0).last() instanceof Segment.Key name)) {
            return Optional.empty();
        }
        int to = targets.container(line.to().get(0).segments());
        return Optional.of(
                new PlainField(conversion, sources.container(places.paths().get(0)), name.name(), to, target.name()));
    }

    private FieldPlan plain(Line.OfValue line, ValueSource source, Conversion conversion) {
        if (line.to().size() > 1) {
            return new SpreadField(
                    source,
                    conversion,
                    line.to().stream()
                            .map(path -> new SpreadField.Place(targets.container(path.segments()), path.last()))
                            .toList());
        }
        Path to = line.to().get(0);
        return new SingleField(source, conversion, targets.container(to.segments()), to.last());
    }

    private Optional<FieldPlan> fromList(Line.OfValue line, Path from, Path to, Conversion conversion) {
        int list = sources.place(from.root(), from.beforeEach());
        if (!to.hasEach()) {
            return Optional.of(plain(line, ValueSource.collect(list, from.partsBehindEach()), conversion));
        }
        if (from.eachCount() != to.eachCount()) {
            mistakes.add(line.where(), note + "来源和目标的 [] 要一样多,或者目标没有 [];几层列表合成一层请用 each");
            return Optional.empty();
        }
        return Optional.of(new EachField(
                conversion, list, from.partsBehindEach(), targets.place(to.beforeEach()), to.partsBehindEach()));
    }

    private Conversion naming(String to, @Nullable String from) {
        return new Conversion(mapping, above + to, from, List.<NamedStep>of(), null, false, false);
    }
}
