package com.wecomesb.conversation;

import com.wecomesb.conversation.ContactIdentities.Held;
import com.wecomesb.conversation.ContactListener.Change;
import com.wecomesb.conversation.ContactListener.Shared;
import com.wecomesb.database.NewRows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The contacts with their identities and tags; rows are always locked in the order of their ids. */
@Repository
public class Contacts {

    private static final NewRows NEW = NewRows.of(
            "contact",
            "id",
            "kind",
            "name",
            "attributes",
            "created_at TIMESTAMP WITH TIME ZONE",
            "updated_at TIMESTAMP WITH TIME ZONE");
    private static final NewRows NEW_TAGS = NewRows.of("contact_tag", "contact_id", "tag");
    private static final String ADD_TAG =
            "INSERT INTO contact_tag (contact_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private final JdbcTemplate jdbc;
    private final ContactRows rows;
    private final ContactIdentities names;
    private final ObjectProvider<ContactListener> listeners;
    private final Clock clock;

    Contacts(
            JdbcTemplate jdbc,
            ContactRows rows,
            ContactIdentities names,
            ObjectProvider<ContactListener> listeners,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.names = names;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** What a contact is called by somebody: {@code external_userid} of a corp, {@code unionid}, … */
    public record Identity(String kind, String issuer, String value) {

        /** Without the value. */
        @Override
        public String toString() {
            return "Identity[" + kind + " of " + issuer + "]";
        }
    }

    /**
     * A contact that an event speaks of, whether or not it is known yet.
     *
     * @param identities the first is the one that the id was made of
     */
    public record Acquaintance(String id, String kind, List<Identity> identities) {}

    /**
     * Creates what is missing and locks all of them until the transaction ends.
     *
     * @param others contacts that are known already and are to be locked with them
     * @return by the ids that were asked for; who was merged into another is that one
     */
    public Map<String, Contact> meetAndLock(Collection<Acquaintance> acquaintances, Collection<String> others) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Object[]> contacts = new ArrayList<>();
        List<Held> own = new ArrayList<>();
        List<Held> further = new ArrayList<>();
        acquaintances.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(one -> {
                    contacts.add(new Object[] {one.id(), one.kind(), now, now});
                    one.identities().stream().limit(1).forEach(name -> own.add(new Held(name, one.id())));
                    one.identities().stream().skip(1).forEach(name -> further.add(new Held(name, one.id())));
                });
        jdbc.batchUpdate(
                "INSERT INTO contact (id, kind, attributes, created_at, updated_at) VALUES (?, ?, '{}', ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                contacts);
        names.note(own);
        List<Shared> shared = names.add(further);
        List<String> all = new ArrayList<>(others);
        acquaintances.forEach(one -> all.add(one.id()));
        Map<String, Contact> locked = rows.lock(all);
        List<Shared> news = shared.stream()
                .filter(one ->
                        !Objects.requireNonNull(locked.get(one.contact())).id().equals(one.holder()))
                .toList();
        if (!news.isEmpty()) {
            listeners.forEach(listener -> listener.shared(news));
        }
        return locked;
    }

    /** Locks those that exist until the transaction ends; who was merged into another is that one. */
    public Map<String, Contact> lock(Collection<String> ids) {
        return rows.lock(ids);
    }

    /** Those that exist, by the ids that were asked for; who was merged into another is that one. */
    public Map<String, Contact> find(Collection<String> ids) {
        return rows.find(ids);
    }

    /** The contact that somebody calls so; nothing when it is nobody or more than one. */
    public Optional<String> called(String kind, String value) {
        List<String> found = jdbc.queryForList(
                "SELECT DISTINCT contact_id FROM contact_identity WHERE kind = ? AND identity_value = ?",
                String.class,
                kind,
                value);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** {@code customer} or {@code staff}; nothing when there is no such contact. */
    public Optional<String> kindOf(String contactId) {
        return jdbc.queryForList("SELECT kind FROM contact WHERE id = ?", String.class, contactId).stream()
                .findFirst();
    }

    /** Makes contacts that nobody has met; one whose id is there already stays as it is. */
    public void insert(Collection<Contact> made) {
        NEW.add(
                jdbc,
                made.stream()
                        .map(one -> new @Nullable Object[] {
                            one.id(),
                            one.kind(),
                            one.name(),
                            one.attributes().toString(),
                            one.metAt().atOffset(ZoneOffset.UTC),
                            one.metAt().atOffset(ZoneOffset.UTC)
                        })
                        .toList());
        List<@Nullable Object[]> tags = new ArrayList<>();
        made.forEach(one -> one.tags().forEach(tag -> tags.add(new @Nullable Object[] {one.id(), tag})));
        NEW_TAGS.add(jdbc, tags);
    }

    /** Writes what changed and tells who listens; within the transaction that locked them. */
    public void save(Collection<Contact> changed, Map<String, Contact> before) {
        List<Change> changes = store(changed, before);
        if (!changes.isEmpty()) {
            listeners.forEach(listener -> listener.changed(changes));
        }
    }

    /** Writes what changed and tells nobody; within the transaction that locked them. */
    public List<Change> store(Collection<Contact> changed, Map<String, Contact> before) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Change> changes = new ArrayList<>();
        List<Object[]> updates = new ArrayList<>();
        List<Object[]> added = new ArrayList<>();
        List<Object[]> removed = new ArrayList<>();
        for (Contact contact : changed) {
            Contact old = before.get(contact.id());
            if (old == null || contact.equals(old)) {
                continue;
            }
            changes.add(new Change(old, contact));
            updates.add(new Object[] {contact.name(), contact.attributes().toString(), now, contact.id()});
            difference(contact.tags(), old.tags()).forEach(tag -> added.add(new Object[] {contact.id(), tag}));
            difference(old.tags(), contact.tags()).forEach(tag -> removed.add(new Object[] {contact.id(), tag}));
        }
        jdbc.batchUpdate("UPDATE contact SET name = ?, attributes = ?, updated_at = ? WHERE id = ?", updates);
        jdbc.batchUpdate(ADD_TAG, added);
        jdbc.batchUpdate("DELETE FROM contact_tag WHERE contact_id = ? AND tag = ?", removed);
        return changes;
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> rest = new HashSet<>(one);
        rest.removeAll(other);
        return rest;
    }
}
