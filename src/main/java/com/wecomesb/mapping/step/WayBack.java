package com.wecomesb.mapping.step;

import java.util.Optional;

/**
 * How the value before a step is got from the value behind it.
 *
 * @param exact the step that does it, for every value that the step takes
 * @param advice where there is none: the {@code steps} that come nearest, as one writes them; nothing when nothing does
 */
public record WayBack(Optional<NamedStep> exact, Optional<String> advice) {

    static WayBack by(String name, Step step) {
        return new WayBack(Optional.of(new NamedStep(name, step)), Optional.empty());
    }

    /** Something is lost, but what is there can be taken, or changed by these steps. */
    static WayBack nearly(String steps) {
        return new WayBack(Optional.empty(), Optional.of(steps));
    }

    /** Nothing is to be had back. */
    static WayBack none() {
        return new WayBack(Optional.empty(), Optional.empty());
    }
}
