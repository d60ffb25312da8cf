package com.wecomesb.connector.change;

import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.SystemKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whose changes are followed of a system, by poll and by webhook alike: where one system is configured twice, as CRM and
 * as shop, each of the two reports its own kinds of records and no change becomes two events.
 */
public final class FollowedKinds {

    private FollowedKinds() {}

    /** What a system of its kind is there for, unless {@code esb.systems.NAME.follow} says otherwise. */
    public static List<String> of(ConnectedSystem system) {
        String said = system.properties().getOrDefault("follow", "");
        return said.isBlank()
                ? RecordReference.KINDS.stream()
                        .filter(kind -> SystemKind.ofVerb(kind + "-find").equals(Optional.of(system.kind())))
                        .toList()
                : Arrays.stream(said.split(","))
                        .map(String::strip)
                        .filter(RecordReference.KINDS::contains)
                        .toList();
    }
}
