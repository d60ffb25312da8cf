package com.wecomesb.connector.link;

import java.util.Map;
import java.util.Optional;
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

    static Link first(String system, String kind, String theirs) {
        return new Link(0, system, kind, theirs, null, null, Origin.LOST, false, "", Map.of(), Set.of());
    }

    /** What it means that the record has arrived. */
    public Arrival arrival() {
        return new Arrival(!untold.isEmpty(), untold, Optional.ofNullable(ours), origin);
    }

    /** Whether the row exists. */
    public boolean isStored() {
        return id != 0;
    }

    /** Whether anything was ever noted of the record. */
    public boolean isKnown() {
        return ours != null || gone || !version.isEmpty() || !fields.isEmpty();
    }

    public FieldState field(String name) {
        return fields.getOrDefault(name, FieldState.NOTHING);
    }

    /** Whose it is from now on. */
    public Link of(@Nullable String newOurs, @Nullable String newContact, Origin newOrigin) {
        return new Link(id, system, kind, theirs, newOurs, newContact, newOrigin, gone, version, fields, untold);
    }

    /** The version that was seen last; an empty one says nothing. */
    public Link at(String newVersion, boolean newGone) {
        return new Link(
                id,
                system,
                kind,
                theirs,
                ours,
                contact,
                origin,
                newGone,
                newVersion.isEmpty() ? version : newVersion,
                fields,
                untold);
    }

    /** With other states of some fields. */
    public Link with(Map<String, FieldState> changed) {
        Map<String, FieldState> all = new TreeMap<>(fields);
        all.putAll(changed);
        return new Link(id, system, kind, theirs, ours, contact, origin, gone, version, all, untold);
    }

    /** With more that the bus has to be told of. */
    public Link untold(Set<String> more) {
        Set<String> all = new TreeSet<>(untold);
        all.addAll(more);
        return new Link(id, system, kind, theirs, ours, contact, origin, gone, version, fields, all);
    }
}
