package com.wecomesb.connector.link;

import com.wecomesb.database.Keys;
import com.wecomesb.database.NewRows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code record_link}. Within the caller's transaction; contacts are locked before their links. */
@Repository
public class LinkTable {

    private static final NewRows NEW = NewRows.of(
            "record_link",
            "record_key",
            "system",
            "kind",
            "remote_id",
            "our_id",
            "contact_id",
            "origin",
            "gone BOOLEAN",
            "remote_version",
            "fields",
            "untold",
            "created_at TIMESTAMP WITH TIME ZONE",
            "synced_at TIMESTAMP WITH TIME ZONE");
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
                .query("SELECT * FROM record_link WHERE record_key = ?", LinkRow::read, key(system, kind, theirs))
                .stream()
                .findFirst();
    }

    /** What a system has of a contact of ours; the oldest, should there be several. */
    public Optional<Link> ofContact(String system, String contact) {
        return jdbc
                .query(
                        "SELECT * FROM record_link WHERE contact_id = ? AND kind = 'contact' AND system = ? AND NOT gone"
                                + " ORDER BY id LIMIT 1",
                        LinkRow::read,
                        contact,
                        system)
                .stream()
                .findFirst();
    }

    /** By their ids there, those that exist. */
    public Map<String, Link> find(String system, String kind, Collection<String> theirs) {
        return select(system, kind, theirs, "");
    }

    /** Makes rows that are missing, and locks all of them until the transaction ends; by their ids there. */
    public Map<String, Link> lock(String system, String kind, Collection<String> theirs) {
        insert(new TreeSet<>(theirs)
                .stream().map(id -> Link.first(system, kind, id)).toList());
        return select(system, kind, theirs, " ORDER BY record_key FOR UPDATE");
    }

    /** Locks those that were found until the transaction ends; the others are new and are to be {@link #add added}. */
    public Map<String, Link> lockKnown(
            String system, String kind, Collection<String> theirs, Collection<String> found) {
        Map<String, Link> links = select(system, kind, found, " ORDER BY record_key FOR UPDATE");
        theirs.forEach(id -> links.computeIfAbsent(id, unknown -> Link.first(system, kind, unknown)));
        return links;
    }

    /** Writes links that nobody had; false if somebody else was quicker with one. */
    public boolean add(List<Link> links) {
        return insert(links) == links.size();
    }

    private Map<String, Link> select(String system, String kind, Collection<String> theirs, String ending) {
        Map<String, Link> found = new HashMap<>();
        if (!theirs.isEmpty()) {
            jdbc.query(
                            "SELECT * FROM record_link WHERE record_key = ANY(?)" + ending,
                            LinkRow::read,
                            Keys.of(theirs.stream()
                                    .map(id -> key(system, kind, id))
                                    .toList()))
                    .forEach(link -> found.put(link.theirs(), link));
        }
        return found;
    }

    private static String key(String system, String kind, String theirs) {
        return system + "/" + kind + "/" + theirs;
    }

    private int insert(List<Link> links) {
        OffsetDateTime now = now();
        return NEW.add(
                jdbc,
                links.stream()
                        .map(link -> new @Nullable Object[] {
                            key(link.system(), link.kind(), link.theirs()),
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

    /** Nothing is new any more, unless something arrived meanwhile. */
    public void told(Link link) {
        jdbc.update(
                "UPDATE record_link SET untold = NULL WHERE id = ? AND remote_version = ?", link.id(), link.version());
    }

    private static @Nullable String untold(Link link) {
        return link.untold().isEmpty() ? null : String.join("\n", new TreeSet<>(link.untold()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
