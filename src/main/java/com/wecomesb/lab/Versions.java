package com.wecomesb.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * All versions, one after the other. Instances that share a database and see the same files write a version once: its
 * number is taken by one of them, and the other finds it there.
 */
@Repository
public class Versions {

    private static final int TRIES = 10;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Versions(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Adds a version, unless the newest one has this snapshot already. */
    Optional<Version> add(Draft draft) {
        String content = PackedFiles.hash(draft.content());
        jdbc.update(
                "INSERT INTO rule_content (content_hash, files) VALUES (?, ?) ON CONFLICT DO NOTHING",
                content,
                PackedFiles.pack(draft.content()));
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Version> newest = newest();
            if (newest.map(Version::snapshot).filter(draft.snapshot()::equals).isPresent()) {
                return Optional.empty();
            }
            long number = newest.map(Version::number).orElse(0L) + 1;
            Map<String, String> before =
                    newest.map(Version::content).map(this::files).orElse(Map.of());
            Difference difference = Difference.between(before, draft.content());
            if (insert(
                    number,
                    content,
                    draft,
                    draft.decisions() == null ? difference : difference.with(draft.decisions()))) {
                return find(number);
            }
        }
        throw new IllegalStateException("other instances publish all the time");
    }

    private boolean insert(long number, String content, Draft draft, Difference difference) {
        return jdbc.update(
                        "INSERT INTO rule_version (number, snapshot, content_hash, author, reason, published_at, restores,"
                                + " difference) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        number,
                        draft.snapshot(),
                        content,
                        draft.author(),
                        draft.reason(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        draft.restores(),
                        written(difference))
                == 1;
    }

    /** Takes back a version whose files could not be written. */
    void withdraw(Version version) {
        jdbc.update(
                "DELETE FROM rule_version WHERE number = ? AND number = (SELECT max(number) FROM rule_version)",
                version.number());
    }

    public Optional<Version> newest() {
        return jdbc.query("SELECT * FROM rule_version ORDER BY number DESC LIMIT 1", this::version).stream()
                .findFirst();
    }

    public Optional<Version> find(long number) {
        return jdbc.query("SELECT * FROM rule_version WHERE number = ?", this::version, number).stream()
                .findFirst();
    }

    /** The newest first, those below a number. */
    public List<Version> below(long number, int most) {
        return jdbc.query(
                "SELECT * FROM rule_version WHERE number < ? ORDER BY number DESC LIMIT ?",
                this::version,
                number,
                most);
    }

    /** The company's files of a version, text by path. */
    public Map<String, String> files(Version version) {
        return files(version.content());
    }

    private Map<String, String> files(String content) {
        return jdbc
                .queryForList("SELECT files FROM rule_content WHERE content_hash = ?", byte[].class, content)
                .stream()
                .findFirst()
                .map(PackedFiles::unpack)
                .orElse(Map.of());
    }

    /**
     * What was in force before the newest version, with other files; after somebody went back, what was before the one
     * that it went back to.
     */
    Optional<Version> before(Version newest) {
        long from = newest.restores() == null ? newest.number() : newest.restores();
        return jdbc
                .query(
                        "SELECT * FROM rule_version WHERE number < ? AND content_hash <> ? ORDER BY number DESC LIMIT 1",
                        this::version,
                        from,
                        newest.content())
                .stream()
                .findFirst();
    }

    private Version version(ResultSet row, int index) throws SQLException {
        long restored = row.getLong("restores");
        Long restores = row.wasNull() ? null : restored;
        try {
            return new Version(
                    row.getLong("number"),
                    row.getString("snapshot"),
                    row.getString("content_hash"),
                    row.getString("author"),
                    row.getString("reason"),
                    row.getObject("published_at", OffsetDateTime.class).toInstant(),
                    restores,
                    json.readTree(row.getString("difference")));
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private String written(Difference difference) {
        try {
            return json.writeValueAsString(difference);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
