package com.wecomesb.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The contacts with their identities and tags; rows are always locked in the order of their ids. */
@Repository
public class Contacts {

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Contacts(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
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

    /** A contact that an event speaks of, whether or not it is known yet. */
    public record Acquaintance(String id, String kind, List<Identity> identities) {}

    /**
     * Creates what is missing and locks all of them until the transaction ends.
     *
     * @param others contacts that are known already and are to be locked with them
     */
    public Map<String, Contact> meetAndLock(Collection<Acquaintance> acquaintances, Collection<String> others) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Object[]> contacts = new ArrayList<>();
        List<Object[]> identities = new ArrayList<>();
        acquaintances.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(one -> {
                    contacts.add(new Object[] {one.id(), one.kind(), now, now});
                    for (Identity identity : one.identities()) {
                        identities.add(new Object[] {identity.kind(), identity.issuer(), identity.value(), one.id()});
                    }
                });
        jdbc.batchUpdate(
                "INSERT INTO contact (id, kind, attributes, created_at, updated_at) VALUES (?, ?, '{}', ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                contacts);
        jdbc.batchUpdate(
                "INSERT INTO contact_identity (kind, issuer, identity_value, contact_id) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                identities);
        List<String> all = new ArrayList<>(others);
        acquaintances.forEach(one -> all.add(one.id()));
        return lock(all);
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

    private Map<String, Contact> lock(Collection<String> ids) {
        Map<String, Contact> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        Object[] sorted = new TreeSet<>(ids).toArray();
        String marks = String.join(",", Collections.nCopies(sorted.length, "?"));
        Map<String, Set<String>> tags = new HashMap<>();
        jdbc.query(
                "SELECT contact_id, tag FROM contact_tag WHERE contact_id IN (" + marks + ")",
                row -> {
                    tags.computeIfAbsent(row.getString(1), id -> new TreeSet<>())
                            .add(row.getString(2));
                },
                sorted);
        jdbc.query(
                "SELECT * FROM contact WHERE id IN (" + marks + ") ORDER BY id FOR UPDATE",
                row -> {
                    String id = row.getString("id");
                    found.put(
                            id,
                            new Contact(
                                    id,
                                    row.getString("kind"),
                                    row.getString("name"),
                                    attributes(row.getString("attributes")),
                                    tags.getOrDefault(id, Set.of()),
                                    row.getObject("created_at", OffsetDateTime.class)
                                            .toInstant()));
                },
                sorted);
        return found;
    }

    /** Within the transaction that locked them; {@code before} as {@link #meetAndLock} gave them. */
    public void save(Collection<Contact> changed, Map<String, Contact> before) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Object[]> updates = new ArrayList<>();
        List<Object[]> added = new ArrayList<>();
        List<Object[]> removed = new ArrayList<>();
        for (Contact contact : changed) {
            Contact old = before.get(contact.id());
            if (contact.equals(old)) {
                continue;
            }
            updates.add(new Object[] {contact.name(), contact.attributes().toString(), now, contact.id()});
            Set<String> oldTags = old == null ? Set.of() : old.tags();
            difference(contact.tags(), oldTags).forEach(tag -> added.add(new Object[] {contact.id(), tag}));
            difference(oldTags, contact.tags()).forEach(tag -> removed.add(new Object[] {contact.id(), tag}));
        }
        jdbc.batchUpdate("UPDATE contact SET name = ?, attributes = ?, updated_at = ? WHERE id = ?", updates);
        jdbc.batchUpdate("INSERT INTO contact_tag (contact_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING", added);
        jdbc.batchUpdate("DELETE FROM contact_tag WHERE contact_id = ? AND tag = ?", removed);
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> rest = new HashSet<>(one);
        rest.removeAll(other);
        return rest;
    }

    private ObjectNode attributes(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
