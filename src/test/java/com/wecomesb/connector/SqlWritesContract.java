package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed.Kind;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the SQL connector writes into the tables of a database. */
abstract class SqlWritesContract extends HouseDatabase {

    SqlWritesContract(String url, String username, String password) {
        super(url, username, password);
    }

    @Test
    void writesAContactOnceHoweverOften() {
        // When
        call("contact-upsert", "{'id': 'c1', 'name': '王芳 𠮷😀', 'points': 12.30, 'vip': true, 'born': '1990-02-03'}");
        JsonNode again = call(
                "contact-upsert",
                "{'id': 'c1', 'name': \"x'; DROP TABLE y;--\", 'changed_at': '2026-11-21T10:00:00.123456+08:00'}");
        // Then
        assertThat(again.path("name").asText()).isEqualTo("x'; DROP TABLE y;--");
        assertThat(count("customers")).isEqualTo(1);
    }

    @Test
    void readsBackWhatItWrote() {
        // When
        JsonNode contact = call(
                "contact-upsert",
                "{'id': 'c1', 'name': '王芳 𠮷😀', 'points': 12.30, 'vip': true, 'born': '1990-02-03', 'changed_at': '2026-11-21T10:00:00.123456+08:00'}");
        // Then
        assertThat(contact.path("name").asText()).isEqualTo("王芳 𠮷😀");
        assertThat(contact.path("points").decimalValue()).isEqualByComparingTo("12.30");
        assertThat(contact.path("vip").booleanValue()).isTrue();
        assertThat(contact.path("born").asText()).isEqualTo("1990-02-03");
        assertThat(OffsetDateTime.parse(contact.path("changed_at").asText()))
                .isAtSameInstantAs(OffsetDateTime.parse("2026-11-21T02:00:00.123456Z"));
        assertThat(contact.path("external_id").asText()).isEqualTo("c1");
    }

    @Test
    void leavesColumnsAloneThatAreNotSaidAndClearsThoseThatAreNull() {
        // Given
        call("contact-upsert", "{'id': 'c1', 'name': '王芳', 'mobile': '138', 'points': 5}");
        // When
        JsonNode contact = call("contact-upsert", "{'id': 'c1', 'name': '王芳', 'mobile': null}");
        // Then
        assertThat(contact.path("points").asInt()).isEqualTo(5);
        assertThat(contact.path("mobile").isNull()).isTrue();
    }

    @Test
    void aRowThatALinkNamesIsUpdatedAndGetsOurId() {
        // Given
        database.update("INSERT INTO customers (id, name, mobile, points) VALUES (7, '老王', '138', 5)");
        // When
        JsonNode contact = linked("7", "{'id': 'c1', 'mobile': '139'}");
        JsonNode again = linked("7", "{'id': 'c1', 'mobile': '139'}");
        // Then
        assertThat(contact).isEqualTo(again);
        assertThat(contact.path("name").asText()).isEqualTo("老王");
        assertThat(contact.path("mobile").asText()).isEqualTo("139");
        assertThat(contact.path("external_id").asText()).isEqualTo("c1");
        assertThat(count("customers")).isEqualTo(1);
    }

    @Test
    void ofALinkedRowThatIsGoneNotTheChangedColumnsAloneAreInserted() {
        // When
        ConnectorFailed failed =
                catchThrowableOfType(ConnectorFailed.class, () -> linked("7", "{'id': 'c1', 'mobile': '139'}"));
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(count("customers")).isZero();
    }

    @Test
    void leavesColumnsOfALinkedRowAloneThatDidNotChange() {
        // Given
        call("contact-upsert", "{'id': 'c1', 'name': '王芳', 'mobile': '138'}");
        String id = call("contact-find", "{'mobile': '138'}").path("id").asText();
        CallContext mobile = CallContext.of("a1").about(id, "", Set.of("mobile"));
        CallContext unknown = CallContext.of("a2").about(id, "", Set.of("remark"));
        JsonNode document = json("{'id': 'c1', 'name': '别的名字', 'mobile': '139'}");
        // When
        JsonNode changed = calls().call("erp", "contact-upsert", document, mobile);
        JsonNode nothing = calls().call("erp", "contact-upsert", document, unknown);
        // Then
        assertThat(changed.path("name").asText()).isEqualTo("王芳");
        assertThat(changed.path("mobile").asText()).isEqualTo("139");
        assertThat(nothing).isEqualTo(changed);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("no such column", "{'id': 'c1', 'name': 'x', 'mobil': '王芳'}", "mobil"),
                argumentSet("not a number", "{'id': 'c1', 'name': 'x', 'points': '王芳'}", "points"),
                argumentSet("not a time", "{'id': 'c1', 'name': 'x', 'changed_at': '王芳'}", "changed_at"),
                argumentSet("too long", "{'id': 'c1', 'name': '王芳王芳王芳王芳王芳王芳王芳王芳王芳王芳王芳'}", "22001"),
                argumentSet("nothing for a column that needs it", "{'id': 'c1', 'mobile': '王芳'}", "2350"),
                argumentSet("another's number", "{'id': 'c1', 'name': '王芳', 'mobile': '138'}", "23505"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhyARowCannotBeWrittenWithoutItsValues(String document, String expected) {
        // Given
        call("contact-upsert", "{'id': 'other', 'name': 'x', 'mobile': '138'}");
        // When
        ConnectorFailed failed = failure("contact-upsert", document);
        // Then
        assertThat(failed.kind()).isEqualTo(Kind.PERMANENT);
        assertThat(failed.reason().toLowerCase(java.util.Locale.ROOT)).contains(expected);
        assertThat(failed).hasNoCause().hasMessageNotContaining("王芳").hasMessageNotContaining("138");
        assertThat(count("customers")).isEqualTo(1);
    }
}
