package com.wecomesb.connector.link;

import java.util.Optional;
import java.util.Set;

/**
 * What the arrival of a record means.
 *
 * @param news false for an echo of our own change, a version that is known, and one that is older
 * @param changed the fields that are new, of a record never seen all that it has; {@code attributes.level} for a
 *     company's own
 * @param ours our record, if it is linked to one
 * @param origin how it came to be linked
 */
public record Arrival(boolean news, Set<String> changed, Optional<String> ours, Link.Origin origin) {

    public Arrival {
        changed = Set.copyOf(changed);
    }
}
