package com.wecomesb.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.identity.Matcher.Candidate;
import com.wecomesb.identity.Review.State;
import java.io.UncheckedIOException;
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

/** The questions of identity, table {@code identity_review}. Within the caller's transaction; what was decided is not asked again. */
@Repository
public class Reviews {

    private static final TypeReference<List<Candidate>> CANDIDATES = new TypeReference<>() {};
    private static final String INSERT = """
            INSERT INTO identity_review (subject, system, kind, remote_id, contact_id, candidates, record, state, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Reviews(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Asks who a record is, or notes how it looks by now. */
    public void ask(FetchedRecord record, List<Candidate> candidates) {
        String subject = "record:" + record.system() + "/" + record.kind() + "/" + record.id();
        int added = jdbc.update(
                INSERT,
                subject,
                record.system(),
                record.kind(),
                record.id(),
                null,
                text(candidates),
                text(record.canonical()),
                State.OPEN.name(),
                now());
        if (added == 0) {
            jdbc.update(
                    "UPDATE identity_review SET candidates = ?, record = ? WHERE subject = ? AND state = 'OPEN'",
                    text(candidates),
                    text(record.canonical()),
                    subject);
        }
    }

    /** Asks whether two contacts are one; {@code CERTAIN} when the rules know already. */
    void ask(String contact, Candidate candidate, State state) {
        boolean first = contact.compareTo(candidate.contact()) < 0;
        String subject =
                "contacts:" + (first ? contact : candidate.contact()) + "|" + (first ? candidate.contact() : contact);
        jdbc.update(INSERT, subject, null, null, null, contact, text(List.of(candidate)), null, state.name(), now());
    }

    public Optional<Review> find(long id) {
        return jdbc.query("SELECT * FROM identity_review WHERE id = ?", this::row, id).stream()
                .findFirst();
    }

    /** The newest first. */
    public List<Review> below(State state, long id, int limit) {
        return jdbc.query(
                "SELECT * FROM identity_review WHERE state = ? AND id < ? ORDER BY id DESC LIMIT ?",
                this::row,
                state.name(),
                id,
                limit);
    }

    /** What a person, or the rules, say; false if it was decided before. */
    public boolean decide(long id, State state, String by) {
        return jdbc.update(
                        "UPDATE identity_review SET state = ?, record = NULL, decided_by = ?, decided_at = ?"
                                + " WHERE id = ? AND state IN ('OPEN', 'CERTAIN')",
                        state.name(),
                        by,
                        now(),
                        id)
                == 1;
    }

    private Review row(ResultSet row, int number) throws SQLException {
        String record = row.getString("record");
        try {
            return new Review(
                    row.getLong("id"),
                    row.getString("system"),
                    row.getString("kind"),
                    row.getString("remote_id"),
                    row.getString("contact_id"),
                    json.readValue(row.getString("candidates"), CANDIDATES),
                    record == null ? null : json.readTree(record),
                    State.valueOf(row.getString("state")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private @Nullable String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
