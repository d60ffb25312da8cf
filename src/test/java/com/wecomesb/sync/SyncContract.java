package com.wecomesb.sync;

import static com.wecomesb.sync.SyncContext.json;
import static com.wecomesb.sync.SyncContext.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import com.wecomesb.connector.link.Arrival;
import com.wecomesb.conversation.Contact;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.identity.Review;
import com.wecomesb.identity.Reviews;
import com.wecomesb.sync.ContactWrites.Write;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised of contacts that are kept in step, the same on every database. */
abstract class SyncContract {

    private static final String ONE = "2026-11-21T04:00:00Z";
    private static final String TWO = "2026-11-21T05:00:00Z";
    private static final String THREE = "2026-11-21T06:00:00Z";
    private static final String PLAN = """
            sync:
              - {system: crm, conflicts: newest, fields: {name: review, phones: target, company: newest, stage: source, owner: out, remark: in, tags: , attributes: }}
              - {system: crm2, conflicts: newest}
            """;

    private final TestDatabase database;
    private SyncContext context;

    SyncContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        context = new SyncContext(database.migrated());
        context.plan(PLAN);
    }

    @AfterEach
    void close() {
        context.close();
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
    void aRecordIsRecognisedByWhatItSaysOfWeCom() {
        // Given
        context.met("c1", "wmAAA");
        // When
        Arrival arrival = context.links()
                .arrived(record(
                        "crm",
                        "7",
                        ONE,
                        "{'name':'王芳','identities':[{'kind':'external_userid','issuer':'ww1','value':'wmAAA'}]}"));
        // Then
        assertThat(arrival.ours()).contains("c1");
        assertThat(context.contact("c1").name()).isEqualTo("王芳");
    }

    @Test
    void aRecordThatTwoMayBeWaitsForAPerson() {
        // Given
        context.links().arrived(record("crm2", "1", ONE, "{'name':'王芳','company':'云朵'}"));
        // When
        Arrival arrival = context.links().arrived(record("crm", "7", ONE, "{'name':'王 芳','company':'云朵'}"));
        Arrival sameName = context.links().arrived(record("crm", "8", ONE, "{'name':'王芳','company':'云朵'}"));
        // Then
        assertThat(arrival.ours()).isPresent();
        assertThat(sameName.ours()).isEmpty();
        assertThat(context.get(Reviews.class).below(Review.State.OPEN, Long.MAX_VALUE, 10))
                .extracting(Review::remoteId)
                .containsExactly("8");
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

    /** The same person in both systems. */
    private String linkedInBoth() {
        String document = "{'name':'王芳','phones':['13800138000'],'company':'云朵'}";
        String ours = context.links()
                .arrived(record("crm", "7", ONE, document))
                .ours()
                .orElseThrow();
        assertThat(context.links().arrived(record("crm2", "x7", ONE, document)).ours())
                .contains(ours);
        assertThat(context.published()).isEmpty();
        context.links().told("crm", "contact", "7", ONE);
        return ours;
    }

    private List<Conflict> conflicts() {
        return context.get(Conflicts.class).below(null, Long.MAX_VALUE, 10);
    }
}
