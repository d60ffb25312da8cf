package com.wecomesb.sync;

import static com.wecomesb.document.SingleQuoted.json;
import static com.wecomesb.sync.SyncContext.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.wecomesb.connector.link.Arrival;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.conversation.Contact;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.sync.ContactWrites.Write;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes over between a system and our contacts, and what does not, the same on every database. */
abstract class SyncContract extends KeptInStep {

    SyncContract(TestDatabase database) {
        super(database);
    }

    @Test
    void aRecordOfNobodyWeKnowBecomesAContact() {
        // When
        Arrival arrival = context.links()
                .arrived(record(
                        "crm",
                        "7",
                        ONE,
                        "{'name':'王芳','phones':['138 0013 8000'],'tags':['老客户'],'attributes':{'level':3}}"));
        // Then
        Contact contact = context.contact(arrival.ours().orElseThrow());
        assertThat(arrival.news()).isTrue();
        assertThat(contact.name()).isEqualTo("王芳");
        assertThat(contact.tags()).containsExactly("老客户");
        assertThat(contact.attributes().path("level").asInt()).isEqualTo(3);
        assertThat(contact.attributes().path("phones")).hasToString("[\"138 0013 8000\"]");
        assertThat(context.published()).isEmpty();
    }

    @Test
    void aChangeThereBecomesOursAndGoesOnToTheOtherSystem() {
        // Given
        String ours = linkedInBoth();
        // When
        context.links().arrived(record("crm", "7", TWO, "{'name':'王芳','phones':['13800138000'],'company':'云朵家居'}"));
        // Then
        assertThat(context.contact(ours).attributes().path("company").asText()).isEqualTo("云朵家居");
        assertThat(context.published()).containsExactly("crm:" + ours + ":crm2");
        Write write = context.get(ContactWrites.class).prepare("crm2", ours, json("{'id':'" + ours + "'}"));
        assertThat(write.changed()).containsExactly("company");
        assertThat(write.needed()).isTrue();
    }

    @Test
    void whatWeWroteDoesNotComeBack() {
        // Given
        String ours = linkedInBoth();
        context.set(ours, "company", TextNode.valueOf("é家\n居𠮷"));
        ContactWrites writes = context.get(ContactWrites.class);
        Write write = writes.prepare("crm", ours, json("{'id':'" + ours + "'}"));
        writes.written("crm", write, "7", TWO, json("{}"), json("{}"));
        context.published().clear();
        // When
        Arrival arrival = context.links()
                .arrived(record(
                        "crm", "7", TWO, "{'name':'王芳','phones':['+86 138 0013 8000'],'company':'e\u0301家\\r\\n居?'}"));
        // Then
        assertThat(write.changed()).containsExactly("company");
        assertThat(context.contact(ours).attributes().path("company").asText()).isEqualTo("é家\n居𠮷");
        assertThat(arrival.changed()).isEmpty();
        assertThat(context.published()).isEmpty();
        assertThat(writes.prepare("crm", ours, json("{'id':'" + ours + "'}")).needed())
                .isFalse();
    }

    @Test
    void whatWeEmptiedGoesOutAndIsNoNewsWhenItIsMissingThere() {
        // Given
        String ours = linkedInBoth();
        context.set(ours, "company", NullNode.getInstance());
        ContactWrites writes = context.get(ContactWrites.class);
        Write write = writes.prepare("crm", ours, json("{'id':'" + ours + "'}"));
        String there = "{'name':'王芳','phones':['13800138000']}";
        // When
        writes.written("crm", write, "7", TWO, json(there), json("{}"));
        Arrival arrival = context.links().arrived(record("crm", "7", THREE, there));
        // Then
        assertThat(write.changed()).containsExactly("company");
        assertThat(write.shared()).containsExactly("company");
        assertThat(arrival.changed()).isEmpty();
        assertThat(writes.prepare("crm", ours, json("{'id':'" + ours + "'}")).needed())
                .isFalse();
    }

    @Test
    void whatOnlyTheyHaveIsNotEmptied() {
        // Given
        String ours = linkedInBoth();
        context.links()
                .arrived(record(
                        "crm",
                        "7",
                        TWO,
                        "{'name':'王芳','phones':['13800138000'],'company':'云朵','owner':{'name':'李雷'}}"));
        // When
        Write write = context.get(ContactWrites.class).prepare("crm", ours, json("{'id':'" + ours + "'}"));
        // Then
        assertThat(write.needed()).isFalse();
    }

    @Test
    void aRuleThatIsLateDoesNotUndoWhatCameIn() {
        // Given
        String ours = linkedInBoth();
        context.links().arrived(record("crm", "7", TWO, "{'name':'王芳','phones':['13800138000'],'company':'新公司'}"));
        // When
        Write write = context.get(ContactWrites.class)
                .prepare("crm", ours, json("{'id':'" + ours + "','company':'云朵','stage':'vip'}"));
        // Then
        assertThat(write.changed()).containsExactly("stage");
        assertThat(write.document().path("company").asText()).isEqualTo("新公司");
    }

    @Test
    void aPageThatComesAgainChangesNothing() {
        // Given
        List<FetchedRecord> page = List.of(
                record("crm", "1", ONE, "{'name':'王芳','phones':['13800138000'],'tags':['a']}"),
                record("crm", "2", ONE, "{'name':'李雷','phones':['13800138001']}"));
        List<Arrival> first = context.get(SyncedLinks.class).arrived(page, true);
        // When
        List<Arrival> again = context.get(SyncedLinks.class).arrived(page, true);
        // Then
        assertThat(again).isEqualTo(first);
        assertThat(count("contact")).isEqualTo(2);
        assertThat(count("record_link")).isEqualTo(2);
        assertThat(count("contact_identity")).isEqualTo(2);
        assertThat(conflicts()).isEmpty();
        assertThat(context.published()).isEmpty();
    }
}
