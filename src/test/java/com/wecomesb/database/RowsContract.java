package com.wecomesb.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is promised of many rows at once, the same on every database. */
abstract class RowsContract {

    private static final NewRows NEW = NewRows.of("thing", "id", "note", "gone BOOLEAN", "at TIMESTAMP WITH TIME ZONE");
    private static final String AT = "2026-11-21T04:00:00.123456Z";

    private final DataSource database;
    private JdbcTemplate jdbc;

    RowsContract(TestDatabase database) {
        this.database = database.empty();
    }

    @BeforeEach
    void open() {
        jdbc = new JdbcTemplate(database);
        jdbc.execute("DROP TABLE IF EXISTS thing");
        jdbc.execute("CREATE TABLE thing (id VARCHAR(8) PRIMARY KEY, note VARCHAR(64), gone BOOLEAN NOT NULL,"
                + " at TIMESTAMP WITH TIME ZONE)");
    }

    @Test
    void everyTextArrivesAsItIs() {
        // Given
        List<@Nullable String> notes = Arrays.asList(
                null, "", "NULL", "{\"a\": [\"b,c\"]}", "back\\slash", "it's \"so\"", "{}", " 王芳𠮷\n", "%?");
        // When
        int added = NEW.add(
                jdbc,
                IntStream.range(0, notes.size())
                        .mapToObj(i -> row("n" + i, notes.get(i)))
                        .toList());
        // Then
        assertThat(added).isEqualTo(notes.size());
        assertThat(jdbc.queryForList("SELECT note FROM thing ORDER BY id", String.class))
                .containsExactlyElementsOf(notes);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM thing WHERE gone AND at = CAST('" + AT + "' AS TIMESTAMP WITH TIME ZONE)",
                        Integer.class))
                .isEqualTo(notes.size());
    }

    @Test
    void ofOneKeyTheFirstRowStays() {
        // Given
        NEW.add(jdbc, List.<@Nullable Object[]>of(row("a", "before")));
        // When
        int added = NEW.add(jdbc, List.<@Nullable Object[]>of(row("a", "late"), row("b", "first"), row("b", "second")));
        // Then
        assertThat(added).isEqualTo(1);
        assertThat(jdbc.queryForList("SELECT note FROM thing ORDER BY id", String.class))
                .containsExactly("before", "first");
        assertThat(NEW.add(jdbc, List.of())).isZero();
    }

    @Test
    void whatDoesNotFitIsAnErrorOfTheRow() {
        assertThatThrownBy(() -> NEW.add(jdbc, List.<@Nullable Object[]>of(row("much too long", ""))))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void findsTheRowsOfManyKeys() {
        // Given
        NEW.add(jdbc, List.<@Nullable Object[]>of(row("a", "1"), row("b'\"", "2"), row("{c,d}", "3")));
        // When
        List<String> found = jdbc.queryForList(
                "SELECT note FROM thing WHERE id = ANY(?) ORDER BY note",
                String.class,
                Keys.of(List.of("{c,d}", "b'\"", "b'\"", "x")));
        List<String> none =
                jdbc.queryForList("SELECT note FROM thing WHERE id = ANY(?)", String.class, Keys.of(List.of()));
        // Then
        assertThat(found).containsExactly("2", "3");
        assertThat(none).isEmpty();
    }

    private static @Nullable Object[] row(String id, @Nullable String note) {
        return new @Nullable Object[] {id, note, true, AT};
    }
}
