package com.wecomesb.connector.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code record_link}. Within the caller's transaction; contacts are locked before their links. */
@Repository
public class LinkTable {

    private static final String INSERT = """
            INSERT INTO record_link (system, kind, remote_id, our_id, contact_id, origin, gone, remote_version, fields,
                untold, created_at, synced_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String UPDATE = """
            UPDATE record_link SET our_id = ?, contact_id = ?, origin = ?, gone = ?, remote_version = ?, fields = ?,
                untold = ?, synced_at = ?
            WHERE id = ?
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    LinkTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes the row if it is missing, and locks it until the transaction ends. */
    public Link lock(String system, String kind, String theirs) {
        return Objects.requireNonNull(lock(system, kind, List.of(theirs)).get(theirs));
    }

    public Optional<Link> find(String system, String kind, String theirs) {
        return jdbc
                .query(
                        "SELECT * FROM record_link WHERE system = ? AND kind = ? AND remote_id = ?",
                        this::row,
                        system,
                        kind,
                        theirs)
                .stream()
                .findFirst();
    }

    /** The oldest of what is linked to a record of ours. */
    public Optional<Link> ofOurs(String system, String kind, String ours) {
        return jdbc
                .query(
                        "SELECT * FROM record_link WHERE our_id = ? AND kind = ? AND system = ? AND NOT gone"
                                + " ORDER BY id LIMIT 1",
                        this::row,
                        ours,
                        kind,
                        system)
                .stream()
                .findFirst();
    }

    /** The links of everything that belongs to these contacts. */
    public List<Link> ofContacts(String kind, Collection<String> contacts) {
        return contacts.isEmpty()
                ? List.of()
                : jdbc.query(
                        "SELECT * FROM record_link WHERE contact_id IN (" + marks(contacts.size())
                                + ") AND kind = ? AND NOT gone ORDER BY id",
                        this::row,
                        Stream.concat(new TreeSet<>(contacts).stream(), Stream.of(kind))
                                .toArray());
    }

    /** By their ids there, those that exist. */
    public Map<String, Link> find(String system, String kind, Collection<String> theirs) {
        return select(system, kind, theirs, "");
    }

    /** Makes rows that are missing, and locks all of them until the transaction ends; by their ids there. */
    public Map<String, Link> lock(String system, String kind, Collection<String> theirs) {
        insert(new TreeSet<>(theirs)
                .stream().map(id -> Link.first(system, kind, id)).toList());
        return select(system, kind, theirs, " ORDER BY remote_id FOR UPDATE");
    }

    private Map<String, Link> select(String system, String kind, Collection<String> theirs, String ending) {
        Map<String, Link> found = new HashMap<>();
        if (!theirs.isEmpty()) {
            Set<String> sorted = new TreeSet<>(theirs);
            jdbc.query(
                            "SELECT * FROM record_link WHERE system = ? AND kind = ? AND remote_id IN ("
                                    + marks(sorted.size()) + ")" + ending,
                            this::row,
                            Stream.concat(Stream.of(system, kind), sorted.stream())
                                    .toArray())
                    .forEach(link -> found.put(link.theirs(), link));
        }
        return found;
    }

    private static String marks(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }

    /** Gives all that belongs to one contact to another. */
    public List<Long> move(String from, String to) {
        List<Long> ids = jdbc.queryForList(
                "SELECT id FROM record_link WHERE contact_id = ? ORDER BY id FOR UPDATE", Long.class, from);
        giveBack(ids, from, to);
        return ids;
    }

    /** Gives what one contact holds to another, of these links. */
    public void giveBack(Collection<Long> ids, String holder, String owner) {
        jdbc.batchUpdate(
                "UPDATE record_link SET contact_id = ?, our_id = CASE WHEN our_id = ? THEN ? ELSE our_id END"
                        + " WHERE id = ? AND contact_id = ?",
                ids.stream()
                        .map(id -> new Object[] {owner, holder, owner, id, holder})
                        .toList());
    }

    private void insert(List<Link> links) {
        OffsetDateTime now = now();
        jdbc.batchUpdate(
                INSERT,
                links.stream()
                        .map(link -> new Object[] {
                            link.system(),
                            link.kind(),
                            link.theirs(),
                            link.ours(),
                            link.contact(),
                            link.origin().name(),
                            link.gone(),
                            link.version(),
                            FieldStates.write(link.fields()),
                            untold(link),
                            now,
                            now
                        })
                        .toList());
    }

    public void update(Collection<Link> links) {
        OffsetDateTime now = now();
        jdbc.batchUpdate(
                UPDATE,
                links.stream()
                        .map(link -> new Object[] {
                            link.ours(),
                            link.contact(),
                            link.origin().name(),
                            link.gone(),
                            link.version(),
                            FieldStates.write(link.fields()),
                            untold(link),
                            now,
                            link.id()
                        })
                        .toList());
    }

    /** Notes whose links are that were nobody's. */
    public void bind(Collection<Link> owned) {
        jdbc.batchUpdate(
                "UPDATE record_link SET contact_id = ?, origin = ? WHERE id = ? AND contact_id IS NULL",
                owned.stream()
                        .map(link -> new Object[] {link.contact(), link.origin().name(), link.id()})
                        .toList());
    }

    /** Nothing is new any more, unless something arrived meanwhile. */
    public void told(Link link) {
        jdbc.update(
                "UPDATE record_link SET untold = NULL WHERE id = ? AND remote_version = ?", link.id(), link.version());
    }

    private static @Nullable String untold(Link link) {
        return link.untold().isEmpty() ? null : String.join("\n", new TreeSet<>(link.untold()));
    }

    private Link row(ResultSet row, int number) throws SQLException {
        String version = row.getString("remote_version");
        String untold = row.getString("untold");
        return new Link(
                row.getLong("id"),
                row.getString("system"),
                row.getString("kind"),
                row.getString("remote_id"),
                row.getString("our_id"),
                row.getString("contact_id"),
                Link.Origin.valueOf(row.getString("origin")),
                row.getBoolean("gone"),
                version == null ? "" : version,
                FieldStates.read(row.getString("fields")),
                untold == null ? Set.of() : new TreeSet<>(Arrays.asList(untold.split("\n"))));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
