package com.wecomesb.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code contact_merge} and the pointers that it explains. Within the caller's transaction. */
@Repository
class MergeTable {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    MergeTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long add(String winner, String loser, double certainty, String reason, String by, Moved moved) {
        jdbc.update(
                "INSERT INTO contact_merge (winner_id, loser_id, certainty, reason, merged_by, merged_at, moved)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                winner,
                loser,
                certainty,
                reason,
                by,
                now(),
                moved.text());
        Long id = jdbc.queryForObject(
                "SELECT MAX(id) FROM contact_merge WHERE winner_id = ? AND loser_id = ?", Long.class, winner, loser);
        return id == null ? 0 : id;
    }

    Optional<Merge> find(long id) {
        return jdbc.query("SELECT * FROM contact_merge WHERE id = ?", MergeTable::row, id).stream()
                .findFirst();
    }

    /** The newest first. */
    List<Merge> below(long id, int limit) {
        return jdbc.query(
                "SELECT * FROM contact_merge WHERE id < ? ORDER BY id DESC LIMIT ?", MergeTable::row, id, limit);
    }

    /** A merge of one of these two that came later and still holds. */
    Optional<Merge> laterOf(Merge merge) {
        return jdbc
                .query(
                        "SELECT * FROM contact_merge WHERE id > ? AND undone_at IS NULL"
                                + " AND (winner_id IN (?, ?) OR loser_id IN (?, ?)) ORDER BY id DESC LIMIT 1",
                        MergeTable::row,
                        merge.id(),
                        merge.winner(),
                        merge.loser(),
                        merge.winner(),
                        merge.loser())
                .stream()
                .findFirst();
    }

    Moved moved(long id) {
        return Moved.read(
                String.valueOf(jdbc.queryForObject("SELECT moved FROM contact_merge WHERE id = ?", String.class, id)));
    }

    /** False if somebody else was first. */
    boolean undo(long id, String by) {
        return jdbc.update(
                        "UPDATE contact_merge SET undone_at = ?, undone_by = ? WHERE id = ? AND undone_at IS NULL",
                        now(),
                        by,
                        id)
                == 1;
    }

    List<String> mergedInto(String winner) {
        return jdbc.queryForList(
                "SELECT id FROM contact WHERE id IN (SELECT loser_id FROM contact_merge) AND merged_into = ? ORDER BY id",
                String.class,
                winner);
    }

    /** Points contacts to whom they are; null to themselves. */
    void point(List<String> contacts, @Nullable String winner) {
        jdbc.batchUpdate(
                "UPDATE contact SET merged_into = ? WHERE id = ?",
                contacts.stream().map(id -> new Object[] {winner, id}).toList());
    }

    private static Merge row(ResultSet row, int number) throws SQLException {
        OffsetDateTime undone = row.getObject("undone_at", OffsetDateTime.class);
        return new Merge(
                row.getLong("id"),
                row.getString("winner_id"),
                row.getString("loser_id"),
                row.getDouble("certainty"),
                row.getString("reason"),
                row.getString("merged_by"),
                row.getObject("merged_at", OffsetDateTime.class).toInstant(),
                undone == null ? null : undone.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
