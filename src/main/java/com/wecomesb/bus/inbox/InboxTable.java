package com.wecomesb.bus.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.database.TimedJdbc;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Records that wait for Kafka, in the order in which they came. */
@Component
class InboxTable {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final String MOVER = "inbox-mover";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcTemplate jdbc;

    InboxTable(DataSource database) {
        jdbc = new TimedJdbc(database, LIMIT);
    }

    /** A record and its place in the queue. */
    record Row(long seq, ProducerRecord<String, byte[]> content) {}

    /**
     * How much waits.
     *
     * @param oldest when the first of them came
     */
    record Size(long rows, Optional<Instant> oldest) {}

    /** Appends all or, where no transaction is open, perhaps only the first of them. */
    void add(List<ProducerRecord<String, byte[]>> contents) {
        jdbc.batchUpdate(
                "INSERT INTO inbox (topic, record_key, headers, data, received_at) VALUES (?, ?, ?, ?, ?)",
                contents.stream().map(InboxTable::columns).toList());
    }

    private static Object[] columns(ProducerRecord<String, byte[]> content) {
        return new Object[] {
            content.topic(),
            content.key(),
            headers(content),
            content.value(),
            Instant.ofEpochMilli(content.timestamp()).atOffset(ZoneOffset.UTC)
        };
    }

    boolean isEmpty() {
        return jdbc.queryForList("SELECT seq FROM inbox LIMIT 1").isEmpty();
    }

    /** The first of them. */
    List<Row> first(int most) {
        return jdbc.query("SELECT * FROM inbox ORDER BY seq LIMIT ?", InboxTable::row, most);
    }

    void remove(List<Row> rows) {
        jdbc.batchUpdate(
                "DELETE FROM inbox WHERE seq = ?",
                rows.stream().map(row -> new Object[] {row.seq()}).toList());
    }

    Size size() {
        return jdbc.query("SELECT count(*), min(received_at) FROM inbox", (row, number) -> {
                    OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
                    return new Size(row.getLong(1), Optional.ofNullable(oldest).map(OffsetDateTime::toInstant));
                })
                .get(0);
    }

    /** Makes sure that there is something to lock. */
    void prepare() {
        jdbc.update("INSERT INTO setting (name, setting_value) VALUES (?, '') ON CONFLICT DO NOTHING", MOVER);
    }

    /** Whether this instance may move rows until the end of the transaction; two movers would mix up the order. */
    boolean lock() {
        return !jdbc.queryForList("SELECT name FROM setting WHERE name = ? FOR UPDATE SKIP LOCKED", MOVER)
                .isEmpty();
    }

    private static String headers(ProducerRecord<String, byte[]> content) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : content.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        ProducerRecord<String, byte[]> content = new ProducerRecord<>(
                row.getString("topic"),
                null,
                row.getObject("received_at", OffsetDateTime.class).toInstant().toEpochMilli(),
                row.getString("record_key"),
                row.getBytes("data"));
        headers(row.getString("headers"))
                .forEach((name, value) -> content.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new Row(row.getLong("seq"), content);
    }

    private static Map<String, String> headers(@Nullable String json) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("the headers of a row of the inbox are not JSON", exception);
        }
    }
}
