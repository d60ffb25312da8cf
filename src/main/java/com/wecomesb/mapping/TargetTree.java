package com.wecomesb.mapping;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import com.wecomesb.mapping.path.Path;
import com.wecomesb.mapping.path.Segment;
import com.wecomesb.mapping.path.SlotTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The target document's shape as the table's {@code to} paths draw it; finds paths that contradict each other. */
final class TargetTree {

    private final SlotTree places = new SlotTree(1);
    private final Set<Integer> values = new HashSet<>();
    private final String note;

    /** @param note what every mistake begins with */
    TargetTree(String note) {
        this.note = note;
    }

    /** Takes a path into the shape, or notes why it does not fit to those before it. */
    void claim(Path path, YamlNode where, Mistakes mistakes) {
        int at = 0;
        for (Segment segment : path.segments()) {
            if (values.contains(at)) {
                mistakes.add(where, note + "目标 " + path + " 的上一级已经是一个值");
                return;
            }
            boolean mixed = places.children(at).stream().anyMatch(other -> other.getClass() != segment.getClass());
            if (mixed) {
                mistakes.add(where, note + "目标 " + path + " 的同一处既当对象又当列表,或者 []、[0]、[字段=值] 混用");
                return;
            }
            at = places.slot(at, List.of(segment));
        }
        if (!values.add(at)) {
            mistakes.add(where, note + twice(path));
        } else if (!places.children(at).isEmpty()) {
            mistakes.add(where, note + "目标 " + path + " 之下已经有字段,不能再是一个值");
        }
    }

    private String twice(Path path) {
        return "目标 " + path + " 出现了两次" + (note.isEmpty() ? "" : ",请给其中一行写 reverse: false");
    }

    /** The container that a value at the end of these segments is written into. */
    int container(List<Segment> segments) {
        return places.slot(0, segments.subList(0, segments.size() - 1));
    }

    int place(List<Segment> segments) {
        return places.slot(0, segments);
    }

    /** What nothing leads on from is a list that a block fills; the document itself stays an object. */
    private static Segment ofNothing(int slot) {
        return slot == 0 ? new Segment.Key("") : Segment.EACH;
    }

    Targets.Layout layout() {
        int size = places.size();
        int[] parents = new int[size];
        Segment[] segments = new Segment[size];
        Segment[] kinds = new Segment[size];
        int[] counts = new int[size];
        for (int slot = 0; slot < size; slot++) {
            List<Segment> children = places.children(slot);
            kinds[slot] = children.isEmpty() ? ofNothing(slot) : children.get(0);
            counts[slot] = children.size();
            if (slot > 0) {
                parents[slot] = places.parent(slot);
                segments[slot] = places.segment(slot);
            }
        }
        return new Targets.Layout(parents, segments, kinds, counts);
    }
}
