package com.wecomesb.sync;

import static com.wecomesb.document.SingleQuoted.json;
import static com.wecomesb.sync.SyncContext.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.wecomesb.connector.link.Link;
import com.wecomesb.conversation.ContactDocument;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.sync.ContactWrites.Write;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who is right when both sides have changed a field, the same on every database. */
abstract class ConflictContract extends KeptInStep {

    ConflictContract(TestDatabase database) {
        super(database);
    }

    @Test
    void whoChangedItLastIsRight() {
        // Given
        String ours = linkedInBoth();
        context.clock().advance(Duration.ofHours(3));
        context.set(ours, "company", TextNode.valueOf("我们的"));
        context.published().clear();
        // When
        context.links().arrived(record("crm", "7", TWO, "{'name':'王芳','phones':['13800138000'],'company':'对方的'}"));
        // Then
        assertThat(context.contact(ours).attributes().path("company").asText()).isEqualTo("我们的");
        assertThat(conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.winner()).isEqualTo(Conflict.Winner.SOURCE));
        assertThat(context.get(ContactWrites.class)
                        .prepare("crm", ours, json("{}"))
                        .changed())
                .containsExactly("company");
    }

    @Test
    void weAreRightAlsoWhenWeGoBackToWhatWasAgreedBeforeItIsWritten() {
        // Given
        String ours = linkedInBoth();
        JsonNode agreed = ContactDocument.value(context.contact(ours), "company");
        context.clock().advance(Duration.ofHours(3));
        context.set(ours, "company", TextNode.valueOf("我们的"));
        context.links().arrived(record("crm", "7", TWO, "{'name':'王芳','phones':['13800138000'],'company':'对方的'}"));
        // When
        context.set(ours, "company", agreed);
        // Then
        assertThat(context.get(ContactWrites.class)
                        .prepare("crm", ours, json("{}"))
                        .changed())
                .containsExactly("company");
    }

    @Test
    void whatTheyAreRightAboutIsTaken() {
        // Given
        String ours = linkedInBoth();
        context.clock().advance(Duration.ofHours(3));
        context.set(ours, "phones", json("['13900139000']"));
        // When
        context.links().arrived(record("crm", "7", TWO, "{'name':'王芳','phones':['13700137000'],'company':'云朵'}"));
        // Then
        assertThat(context.contact(ours).attributes().path("phones")).hasToString("[\"13700137000\"]");
        assertThat(conflicts()).extracting(Conflict::winner).containsExactly(Conflict.Winner.TARGET);
    }

    @Test
    void whatAPersonIsToDecideStaysAsItIsOnBothSides() {
        // Given
        String ours = linkedInBoth();
        context.set(ours, "name", TextNode.valueOf("芳姐"));
        // When
        context.links().arrived(record("crm", "7", TWO, "{'name':'王小芳','phones':['13800138000'],'company':'云朵'}"));
        context.links().arrived(record("crm", "7", THREE, "{'name':'王大芳','phones':['13800138000'],'company':'云朵'}"));
        // Then
        assertThat(context.contact(ours).name()).isEqualTo("芳姐");
        Write write = context.get(ContactWrites.class).prepare("crm", ours, json("{}"));
        assertThat(write.needed()).isFalse();
        assertThat(write.document().path("name").asText()).isEqualTo("王大芳");
        assertThat(conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.isOpen()).isTrue();
            assertThat(conflict.theirValue().asText()).isEqualTo("王大芳");
        });
    }

    @Test
    void whatAPersonDecidesIsSaidOnBothSides() {
        // Given
        String ours = linkedInBoth();
        context.set(ours, "name", TextNode.valueOf("芳姐"));
        context.links().arrived(record("crm", "7", TWO, "{'name':'王小芳','phones':['13800138000'],'company':'云朵'}"));
        long conflict = conflicts().get(0).id();
        // When
        Optional<Conflict> decided = context.get(ConflictDecisions.class)
                .decide(conflict, Conflict.Winner.OTHER, TextNode.valueOf("王芳芳"), "李雷");
        Optional<Conflict> again =
                context.get(ConflictDecisions.class).decide(conflict, Conflict.Winner.TARGET, null, "李雷");
        // Then
        assertThat(decided).get().extracting(Conflict::by).isEqualTo("李雷");
        assertThat(again).isEmpty();
        assertThat(context.contact(ours).name()).isEqualTo("王芳芳");
        assertThat(context.published()).contains("crm:" + ours + ":crm", "crm:" + ours + ":crm2");
        for (String system : List.of("crm", "crm2")) {
            Write write = context.get(ContactWrites.class).prepare(system, ours, json("{}"));
            assertThat(write.changed()).containsExactly("name");
            assertThat(write.document().path("name").asText()).isEqualTo("王芳芳");
        }
    }

    @Test
    void aFurtherRecordOfAContactIsReadAndNotWritten() {
        // Given
        String ours = linkedInBoth();
        context.links().arrived(record("crm", "8", ONE, "{'name':'王小芳','phones':['13800138000'],'company':'云朵'}"));
        long conflict = conflicts().get(0).id();
        // When
        context.get(ConflictDecisions.class).decide(conflict, Conflict.Winner.OTHER, TextNode.valueOf("王芳芳"), "李雷");
        Write write = context.get(ContactWrites.class).prepare("crm", ours, json("{}"));
        context.published().clear();
        context.links().arrived(record("crm", "7", TWO, "{'name':'王芳芳','phones':['13800138000'],'company':'云朵'}"));
        // Then
        assertThat(context.links().ours("crm", "contact", "8")).contains(ours);
        assertThat(write.link()).extracting(Link::theirs).isEqualTo("7");
        assertThat(write.changed()).containsExactly("name");
        assertThat(context.published()).doesNotContain("crm:" + ours + ":crm");
    }

    @Test
    void aFurtherRecordThatDoesNotSayWhatWeSayPlansNoWrites() {
        // Given
        String ours = linkedInBoth();
        context.links().arrived(record("crm", "8", ONE, "{'name':'王芳','phones':['13800138000'],'company':'云朵'}"));
        context.set(ours, "company", TextNode.valueOf("新公司"));
        assertThat(context.published()).contains("crm:" + ours + ":crm");
        context.get(JdbcTemplate.class).update("DELETE FROM action");
        context.published().clear();
        // When
        context.links().arrived(record("crm", "7", TWO, "{'name':'王芳','phones':['13800138000'],'company':'新公司'}"));
        // Then
        assertThat(context.published()).doesNotContain("crm:" + ours + ":crm");
    }
}
