package com.wecomesb.sync;

import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.connector.link.Link;
import com.wecomesb.connector.link.Versions;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.ContactListener.Change;
import com.wecomesb.conversation.Contacts.Identity;
import com.wecomesb.sync.ChangeTimes.Changed;
import com.wecomesb.sync.ContactMerge.Merged;
import com.wecomesb.sync.ContactMerge.Situation;
import com.wecomesb.sync.Whose.Owner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of one page, brought together with what is locked; in memory, nothing else. */
final class ContactPage {

    private static final String DELETED = "deleted";

    private final ContactMerge merge;
    private final Known known;
    private final Map<String, Contact> made = new HashMap<>();
    private final Map<String, Contact> current = new HashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<Changed> taken = new ArrayList<>();
    private final Map<String, Set<Identity>> recognised = new LinkedHashMap<>();
    private final Map<FetchedRecord, Owner> ambiguous = new LinkedHashMap<>();

    ContactPage(ContactMerge merge, Known known) {
        this.merge = merge;
        this.known = known;
        known.contacts().values().forEach(contact -> current.put(contact.id(), contact));
    }

    /**
     * What was read and locked for the page.
     *
     * @param contacts by the ids that links and owners name; who was merged is another
     * @param owners of the records that are linked to nobody, by their ids
     * @param open conflicts that wait for a person, by record and field
     * @param changedHere when we changed fields, by contact and field
     */
    record Known(
            Map<String, Contact> contacts,
            Map<String, Owner> owners,
            Map<String, Map<String, Conflict>> open,
            Map<String, Map<String, Instant>> changedHere,
            Instant now) {}

    /** The link as it is after the record has arrived. */
    Link take(FetchedRecord record, Link link, boolean quiet) {
        if (link.isKnown() && Versions.isOlder(record.version(), link.version())) {
            return link;
        }
        Link seen = link.at(record.version(), record.deleted());
        if (record.deleted() != link.gone()) {
            seen = seen.untold(Set.of(DELETED));
        }
        if (!record.deleted()) {
            seen = compare(record, seen, quiet);
        }
        if (!seen.equals(link) || !link.isStored()) {
            links.add(seen);
        }
        return seen;
    }

    private Link compare(FetchedRecord record, Link link, boolean quiet) {
        Owner owner = known.owners().get(record.id());
        Contact contact = contact(link, owner);
        if (contact == null) {
            if (owner != null && owner.isAmbiguous()) {
                ambiguous.put(record, owner);
            }
            return link;
        }
        boolean first = link.ours() == null;
        Merged merged = merge.merge(
                record,
                new Situation(
                        link,
                        contact,
                        first,
                        known.open().getOrDefault(record.id(), Map.of()),
                        known.changedHere().getOrDefault(contact.id(), Map.of()),
                        known.now()));
        current.put(contact.id(), merged.contact());
        conflicts.addAll(merged.conflicts());
        if (!made.containsKey(contact.id())) {
            Instant at = ContactMerge.changedThere(record, known.now());
            merged.taken().forEach(field -> taken.add(new Changed(contact.id(), field, at)));
        }
        if (first && owner != null) {
            recognised
                    .computeIfAbsent(contact.id(), id -> new HashSet<>())
                    .addAll(owner.person().identities());
        }
        Link.Origin origin = first && owner != null ? owner.origin() : link.origin();
        Link bound = link.of(contact.id(), contact.id(), origin).with(merged.states());
        return quiet ? bound : bound.untold(merged.news());
    }

    private @Nullable Contact contact(Link link, @Nullable Owner owner) {
        String id = link.ours() != null
                ? link.ours()
                : Optional.ofNullable(owner).flatMap(Owner::contact).orElse(null);
        if (id == null) {
            return null;
        }
        if (link.ours() == null && owner != null && owner.origin() == Link.Origin.CREATED) {
            return current.computeIfAbsent(id, unknown -> {
                Contact contact = Contact.met(unknown, "customer", known.now());
                made.put(unknown, contact);
                return contact;
            });
        }
        Contact locked = known.contacts().get(id);
        return current.get(locked == null ? id : locked.id());
    }

    /** In the order of the contacts' ids, like {@link #outcome}: what lies together in the tables is written together. */
    List<Link> links() {
        return links.stream()
                .sorted(Comparator.comparing(Link::ours, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    Map<FetchedRecord, Owner> ambiguous() {
        return ambiguous;
    }

    /** What is to be written about the contacts. */
    Aftermath.Outcome outcome() {
        List<Contact> created = made.keySet().stream()
                .sorted()
                .map(id -> Objects.requireNonNull(current.get(id)))
                .toList();
        List<Change> changes = known.contacts().values().stream()
                .distinct()
                .map(before -> new Change(before, Objects.requireNonNull(current.get(before.id()))))
                .toList();
        return new Aftermath.Outcome(created, changes, recognised, taken);
    }
}
