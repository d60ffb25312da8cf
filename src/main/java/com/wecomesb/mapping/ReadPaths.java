package com.wecomesb.mapping;

import com.wecomesb.mapping.path.Path;
import com.wecomesb.mapping.path.Segment;
import java.util.ArrayList;
import java.util.List;

/** All places of the source that the lines of a table read, with what lies below them. */
final class ReadPaths {

    private final List<List<Segment>> paths = new ArrayList<>();

    static ReadPaths of(List<Line> lines) {
        ReadPaths read = new ReadPaths();
        read.add(lines, new Block(List.of(), List.of(), List.of()));
        return read;
    }

    /**
     * Where the paths of a block start.
     *
     * @param item the list's item
     * @param parent what the list stands in
     * @param by for a group: what its items have in common, otherwise empty
     */
    private record Block(List<Segment> item, List<Segment> parent, List<Path> by) {}

    private void add(List<Line> lines, Block block) {
        for (Line line : lines) {
            line.condition().paths().forEach(path -> add(path, block));
            if (line instanceof Line.OfList list) {
                addList(list, block);
            } else {
                addOrigin(((Line.OfValue) line).origin(), block);
            }
        }
    }

    private void addList(Line.OfList list, Block block) {
        List<Segment> place =
                joined(start(list.list().root(), block), list.list().segments());
        List<Segment> item = joined(place, List.of(Segment.EACH));
        int lastList = place.lastIndexOf(Segment.EACH);
        List<Segment> parent = lastList < 0 ? block.item() : place.subList(0, lastList + 1);
        Block ofItems = new Block(item, parent, List.of());
        list.only().paths().forEach(path -> add(path, ofItems));
        list.by().forEach(path -> add(path, ofItems));
        add(list.fields(), new Block(item, parent, list.by()));
    }

    private void addOrigin(Origin origin, Block block) {
        if (origin instanceof Origin.Places places) {
            places.paths().forEach(path -> add(path, block));
        } else if (origin instanceof Origin.All all) {
            all.paths().forEach(path -> add(path, block));
        } else if (origin instanceof Origin.Text text) {
            text.template().names().forEach(names -> addNames(names, block));
        } else if (origin instanceof Origin.Expression expression) {
            expression
                    .expression()
                    .names()
                    .ifPresentOrElse(
                            ways -> ways.forEach(names -> addNames(names, block)), () -> paths.add(block.item()));
        }
    }

    private void addNames(List<String> names, Block block) {
        boolean ofBlock = !block.item().isEmpty() && List.of("parent", "source").contains(names.get(0));
        List<Segment> start = !ofBlock ? block.item() : names.get(0).equals("parent") ? block.parent() : List.of();
        List<Segment> segments = new ArrayList<>();
        names.subList(ofBlock ? 1 : 0, names.size()).forEach(name -> segments.add(new Segment.Key(name)));
        addFrom(start, segments, block);
    }

    private void add(Path path, Block block) {
        if (path.root() == Path.Root.SOURCE || path.root() == Path.Root.PARENT || path.root() == Path.Root.WHOLE) {
            addFrom(start(path.root(), block), path.segments(), block);
        }
    }

    /** The lines of a group see {@code {key, items}}, whose items are those of the list. */
    private void addFrom(List<Segment> start, List<Segment> segments, Block block) {
        boolean ofGroup = !block.by().isEmpty() && start.equals(block.item());
        if (!ofGroup) {
            paths.add(joined(start, segments));
        } else if (segments.isEmpty()) {
            paths.add(start);
        } else if (segments.get(0).equals(new Segment.Key("items"))) {
            paths.add(joined(start, segments.subList(Math.min(2, segments.size()), segments.size())));
        }
    }

    private static List<Segment> start(Path.Root root, Block block) {
        return switch (root) {
            case SOURCE -> block.item();
            case PARENT -> block.parent();
            default -> List.of();
        };
    }

    private static List<Segment> joined(List<Segment> start, List<Segment> rest) {
        List<Segment> joined = new ArrayList<>(start);
        joined.addAll(rest);
        return List.copyOf(joined);
    }

    /** Whether a line reads this place or one above it. */
    boolean covers(List<Segment> place) {
        return paths.stream().anyMatch(path -> covers(path, place));
    }

    private static boolean covers(List<Segment> path, List<Segment> place) {
        if (path.size() > place.size()) {
            return false;
        }
        for (int at = 0; at < path.size(); at++) {
            if (!covers(path.get(at), place.get(at))) {
                return false;
            }
        }
        return true;
    }

    /** A schema's {@code []} is read when any item is; of a document's items each counts. */
    private static boolean covers(Segment read, Segment there) {
        boolean ofList = !(read instanceof Segment.Key) && !(there instanceof Segment.Key);
        boolean anyItem = !(read instanceof Segment.Index) || there.equals(Segment.EACH);
        return read.equals(there) || (ofList && anyItem);
    }
}
