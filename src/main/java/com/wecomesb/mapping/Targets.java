package com.wecomesb.mapping;

import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.mapping.path.Segment;
import org.jspecify.annotations.Nullable;

/** The target document while it grows: containers are made when the first value goes into them. */
final class Targets {

    private final Layout layout;
    private final @Nullable ContainerNode<?>[] containers;

    Targets(Layout layout) {
        this.layout = layout;
        this.containers = new ContainerNode<?>[layout.parents().length];
        containers[0] = layout.newContainer(0);
    }

    ContainerNode<?> root() {
        return container(0);
    }

    ObjectNode object(int slot) {
        return (ObjectNode) container(slot);
    }

    ContainerNode<?> container(int slot) {
        ContainerNode<?> known = containers[slot];
        if (known != null) {
            return known;
        }
        ContainerNode<?> made = layout.newContainer(slot);
        layout.segments()[slot].put(container(layout.parents()[slot]), made);
        containers[slot] = made;
        return made;
    }

    /**
     * The shape, shared by all documents.
     *
     * @param kinds for each place a segment that leads on from it: it knows what container that needs
     * @param counts how many fields a place has at most
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, read in the hot path
    record Layout(int[] parents, Segment[] segments, Segment[] kinds, int[] counts) {

        ContainerNode<?> newContainer(int slot) {
            return kinds[slot].newContainer(counts[slot]);
        }
    }
}
