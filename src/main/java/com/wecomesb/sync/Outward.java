package com.wecomesb.sync;

import com.wecomesb.connector.link.Fields.Hashed;
import com.wecomesb.connector.link.Link;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What of ours a system does not know yet. */
final class Outward {

    private Outward() {}

    /** The fields that go out and are not what they were when both sides last agreed. */
    static Set<String> changed(Link link, SyncRule rule, Map<String, Hashed> ours) {
        Set<String> names = new TreeSet<>(link.fields().keySet());
        names.addAll(ours.keySet());
        names.removeIf(name -> !rule.goesOut(name) || !link.field(name).isChanged(ours.get(name)));
        return names;
    }
}
