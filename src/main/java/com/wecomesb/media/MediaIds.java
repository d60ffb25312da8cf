package com.wecomesb.media;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Under which {@code media_id} WeCom has which content, for all instances. */
@Repository
class MediaIds {

    private final JdbcTemplate jdbc;

    MediaIds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Known(String mediaId, Instant uploadedAt) {}

    Optional<Known> find(MediaKey key) {
        return jdbc
                .query(
                        "SELECT media_id, uploaded_at FROM uploaded_media WHERE corp = ? AND sha256 = ? AND kind = ?",
                        (row, number) -> new Known(
                                row.getString("media_id"),
                                row.getObject("uploaded_at", OffsetDateTime.class)
                                        .toInstant()),
                        key.corp(),
                        key.sha256(),
                        key.kind())
                .stream()
                .findFirst();
    }

    void keep(MediaKey key, String mediaId, Instant at) {
        Object[] values = {mediaId, at.atOffset(ZoneOffset.UTC), key.corp(), key.sha256(), key.kind()};
        String update =
                "UPDATE uploaded_media SET media_id = ?, uploaded_at = ? WHERE corp = ? AND sha256 = ? AND kind = ?";
        if (jdbc.update(update, values) == 0) {
            jdbc.update(
                    "INSERT INTO uploaded_media (media_id, uploaded_at, corp, sha256, kind) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING",
                    values);
        }
    }

    void forget(MediaKey key, String mediaId) {
        jdbc.update(
                "DELETE FROM uploaded_media WHERE corp = ? AND sha256 = ? AND kind = ? AND media_id = ?",
                key.corp(),
                key.sha256(),
                key.kind(),
                mediaId);
    }
}
