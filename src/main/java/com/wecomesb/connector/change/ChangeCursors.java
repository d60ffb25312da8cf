package com.wecomesb.connector.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** How far the changes of each kind of record were read, in the table {@code change_cursor}. */
@Repository
public class ChangeCursors {

    private static final String OF_KIND = " WHERE system = ? AND kind = ?";

    private final JdbcTemplate jdbc;

    ChangeCursors(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One cursor.
     *
     * @param value as JSON, which only the connector understands; {@code null} before the first page
     * @param moves rises each time that it is moved: who moves it must have seen the last one
     * @param baseline whether the first reading has not come to its end yet
     * @param since when the first reading ended, by the system's clock; null when that is not known
     * @param trouble why the last reading did not come to its end; null when it did
     */
    public record Position(
            String system,
            String kind,
            String value,
            long moves,
            boolean baseline,
            @Nullable Instant since,
            Instant nextPollAt,
            @Nullable Instant polledAt,
            @Nullable String trouble) {}

    /** All of them, for people. */
    public List<Position> all() {
        return jdbc.query("SELECT * FROM change_cursor ORDER BY system, kind", ChangeCursors::row);
    }

    /** Where the reading of a kind stands; made when it is the first time. */
    Position of(String system, String kind, Instant now) {
        jdbc.update(
                "INSERT INTO change_cursor (system, kind, cursor_value, moves, baseline, next_poll_at)"
                        + " VALUES (?, ?, 'null', 0, TRUE, ?) ON CONFLICT DO NOTHING",
                system,
                kind,
                utc(now));
        return jdbc.query("SELECT * FROM change_cursor" + OF_KIND, ChangeCursors::row, system, kind)
                .get(0);
    }

    /** Takes this poll; false when it is not time yet or another instance has taken it. */
    boolean takePoll(Position position, Instant now, Instant next) {
        return !position.nextPollAt().isAfter(now)
                && jdbc.update(
                                "UPDATE change_cursor SET next_poll_at = ?" + OF_KIND + " AND next_poll_at = ?",
                                utc(next),
                                position.system(),
                                position.kind(),
                                utc(position.nextPollAt()))
                        == 1;
    }

    /** Moves it; false if somebody else has moved it meanwhile. {@code newest} is the latest time on the page. */
    boolean move(Position position, String value, @Nullable Instant newest) {
        return jdbc.update(
                        "UPDATE change_cursor SET cursor_value = ?, moves = moves + 1,"
                                + " since_time = CASE WHEN baseline THEN GREATEST(COALESCE(since_time, ?), ?) ELSE since_time END"
                                + OF_KIND + " AND moves = ?",
                        value,
                        utcOrNull(newest),
                        utcOrNull(newest),
                        position.system(),
                        position.kind(),
                        position.moves())
                == 1;
    }

    /** The reading came to its end; {@code trouble} says why it was cut, null when it was not. */
    void ended(Position position, Instant at, @Nullable String trouble) {
        jdbc.update(
                "UPDATE change_cursor SET polled_at = ?, trouble = ?, baseline = (baseline AND ?)" + OF_KIND,
                utc(at),
                trouble,
                trouble != null,
                position.system(),
                position.kind());
    }

    /** The reading broke off. */
    void troubled(Position position, String trouble) {
        jdbc.update(
                "UPDATE change_cursor SET trouble = ?" + OF_KIND,
                trouble.length() > 500 ? trouble.substring(0, 500) : trouble,
                position.system(),
                position.kind());
    }

    private static Position row(ResultSet row, int number) throws SQLException {
        return new Position(
                row.getString("system"),
                row.getString("kind"),
                row.getString("cursor_value"),
                row.getLong("moves"),
                row.getBoolean("baseline"),
                instant(row, "since_time"),
                row.getObject("next_poll_at", OffsetDateTime.class).toInstant(),
                instant(row, "polled_at"),
                row.getString("trouble"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }
}
