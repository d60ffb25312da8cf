package com.wecomesb.connector.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code record_link}. Within the caller's transaction. */
@Repository
class LinkTable {

    private static final String INSERT = """
            INSERT INTO record_link (system, kind, remote_id, our_id, contact_id, origin, gone, remote_version, fields,
                untold, created_at, synced_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String UPDATE = """
            UPDATE record_link SET our_id = ?, contact_id = ?, origin = ?, gone = ?, remote_version = ?, fields = ?,
                untold = ?, synced_at = ?
            WHERE system = ? AND kind = ? AND remote_id = ?
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    LinkTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes the row if it is missing, and locks it until the transaction ends. */
    Link lock(Link first) {
        insert(first);
        return jdbc.query(
                        "SELECT * FROM record_link WHERE system = ? AND kind = ? AND remote_id = ? FOR UPDATE",
                        this::row,
                        first.system(),
                        first.kind(),
                        first.theirs())
                .get(0);
    }

    Optional<Link> find(String system, String kind, String theirs) {
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
    Optional<Link> ofOurs(String system, String kind, String ours) {
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

    private void insert(Link link) {
        OffsetDateTime now = now();
        jdbc.update(
                INSERT,
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
                now);
    }

    void update(Link link) {
        jdbc.update(
                UPDATE,
                link.ours(),
                link.contact(),
                link.origin().name(),
                link.gone(),
                link.version(),
                FieldStates.write(link.fields()),
                untold(link),
                now(),
                link.system(),
                link.kind(),
                link.theirs());
    }

    /** Nothing is new any more, unless something arrived meanwhile. */
    void told(Link link) {
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
