package com.wecomesb.connector.link;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One row of the link table.
 *
 * @param id 0 while it is not stored
 * @param ours our record; null when it belongs to none
 * @param contact the contact that it belongs to; null when that is not known
 * @param origin how it came about
 * @param gone whether the record was deleted there
 * @param version the last one seen; empty when the system gives none
 * @param fields what both sides last agreed on
 * @param untold fields that are new and that the bus has not been told of
 */
public record Link(
        long id,
        String system,
        String kind,
        String theirs,
        @Nullable String ours,
        @Nullable String contact,
        Origin origin,
        boolean gone,
        String version,
        Map<String, FieldState> fields,
        Set<String> untold) {

    /** How a link came about. */
    public enum Origin {
        /** We made the record there. */
        WRITTEN,
        /** It was recognised. */
        MATCHED,
        /** Our record was made of it. */
        CREATED,
        /** A person said which is which. */
        REVIEWED,
        /** It belongs to nobody that we know. */
        LOST
    }

    public Link {
        fields = Map.copyOf(fields);
        untold = Set.copyOf(untold);
    }

    static Link first(FetchedRecord record) {
        return new Link(
                0, record.system(), record.kind(), record.id(), null, null, Origin.LOST, false, "", Map.of(), Set.of());
    }

    public FieldState field(String name) {
        return fields.getOrDefault(name, FieldState.NOTHING);
    }

    Link of(@Nullable String newOurs, @Nullable String newContact, Origin newOrigin) {
        return new Link(id, system, kind, theirs, newOurs, newContact, newOrigin, gone, version, fields, untold);
    }

    Link at(String newVersion, boolean newGone) {
        return new Link(id, system, kind, theirs, ours, contact, origin, newGone, newVersion, fields, untold);
    }

    Link with(Map<String, FieldState> changed) {
        Map<String, FieldState> all = new TreeMap<>(fields);
        all.putAll(changed);
        return new Link(id, system, kind, theirs, ours, contact, origin, gone, version, all, untold);
    }

    Link untold(Set<String> more) {
        Set<String> all = new TreeSet<>(untold);
        all.addAll(more);
        return new Link(id, system, kind, theirs, ours, contact, origin, gone, version, fields, all);
    }
}
