package com.wecomesb.mapping.path;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the places that the paths of a table name, so that what several paths have in common is walked once for each
 * document. The root of number n is place n.
 */
public final class SlotTree {

    private final List<Integer> parents = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final Map<Edge, Integer> known = new HashMap<>();
    private final int roots;

    public SlotTree(int roots) {
        this.roots = roots;
    }

    /** The place that a path leads to; the same number for the same path. */
    public int slot(int root, List<Segment> path) {
        int at = root;
        for (Segment segment : path) {
            at = child(at, segment);
        }
        return at;
    }

    private int child(int parent, Segment segment) {
        return known.computeIfAbsent(new Edge(parent, segment), edge -> {
            parents.add(parent);
            segments.add(segment);
            return roots + parents.size() - 1;
        });
    }

    public int size() {
        return roots + parents.size();
    }

    public int parent(int slot) {
        return parents.get(slot - roots);
    }

    public Segment segment(int slot) {
        return segments.get(slot - roots);
    }

    /** The segments that lead on from a place, in the order in which they were named. */
    public List<Segment> children(int slot) {
        List<Segment> children = new ArrayList<>();
        for (int index = 0; index < parents.size(); index++) {
            if (parents.get(index) == slot) {
                children.add(segments.get(index));
            }
        }
        return children;
    }

    private record Edge(int parent, Segment segment) {}
}
