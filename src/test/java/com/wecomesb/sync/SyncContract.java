package com.wecomesb.sync;

import static com.wecomesb.sync.SyncContext.json;
import static com.wecomesb.sync.SyncContext.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.wecomesb.connector.link.Arrival;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.ContactDocument;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.identity.CertainMerges;
import com.wecomesb.identity.Merges;
import com.wecomesb.identity.Review;
import com.wecomesb.identity.Reviews;
import com.wecomesb.sync.ContactWrites.Write;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

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
    void aRecordThatMayBeSomebodyWaitsForAPerson() {
        // Given
        context.links().arrived(record("crm2", "1", ONE, "{'name':'王芳','company':'云朵'}"));
        // When
        Arrival sameName = context.links().arrived(record("crm", "8", ONE, "{'name':'王芳','company':'云朵'}"));
        // Then
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
    void aPersonSaysWhoAnAmbiguousRecordIs() {
        // Given
        context.links().arrived(record("crm2", "1", ONE, "{'name':'王芳','company':'云朵'}"));
        String first = context.links().ours("crm2", "contact", "1").orElseThrow();
        context.links().arrived(record("crm", "7", ONE, "{'name':'王芳','company':'云朵','tags':['老客户']}"));
        Review review = context.get(Reviews.class)
                .below(Review.State.OPEN, Long.MAX_VALUE, 10)
                .get(0);
        // When
        boolean decided = context.get(ReviewDecisions.class).decide(review.id(), Review.State.SAME, null, "李雷");
        // Then
        assertThat(decided).isTrue();
        assertThat(context.links().ours("crm", "contact", "7")).contains(first);
        assertThat(context.contact(first).tags()).containsExactly("老客户");
        assertThat(context.get(Reviews.class).find(review.id()))
                .get()
                .extracting(Review::record)
                .isNull();
    }

    @Test
    void contactsThatTurnOutToHaveOneTelephoneAreMerged() {
        // Given
        context.met("c1", "wmAAA");
        context.clock().advance(Duration.ofMinutes(1));
        String second = context.links()
                .arrived(record("crm", "7", ONE, "{'name':'王芳','phones':['13800138000']}"))
                .ours()
                .orElseThrow();
        // When
        context.set("c1", "phones", json("['138 0013 8000']"));
        context.get(CertainMerges.class).run();
        // Then
        assertThat(context.contact(second).id()).isEqualTo("c1");
        assertThat(context.contact("c1").name()).isEqualTo("王芳");
        assertThat(context.links().ours("crm", "contact", "7")).contains("c1");
        assertThat(context.get(Merges.class).below(Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(merge -> assertThat(merge.reason()).isEqualTo("phone"));
    }

    @Test
    void twoRecordsOfOnePageThatAreOnePersonBecomeOneContact() {
        // Given
        context.met("c1", "wmAAA");
        context.set("c1", "emails", json("['lilei@example.test']"));
        // When
        List<Arrival> arrivals = context.get(SyncedLinks.class)
                .arrived(
                        List.of(
                                record("crm", "1", ONE, "{'name':'王芳','phones':['13800138000']}"),
                                record("crm", "2", ONE, "{'name':'王小芳','phones':['+86 138 0013 8000'],'stage':'vip'}"),
                                record("crm", "3", ONE, "{'name':'李雷','emails':['LiLei@example.test']}"),
                                record("crm", "4", ONE, "{'name':'李雷','emails':['lilei@example.test']}")),
                        true);
        // Then
        List<String> ours =
                arrivals.stream().map(arrival -> arrival.ours().orElseThrow()).toList();
        assertThat(ours.get(1)).isEqualTo(ours.get(0));
        assertThat(ours.subList(2, 4)).containsExactly("c1", "c1");
        assertThat(context.contact(ours.get(0)).attributes().path("stage").asText())
                .isEqualTo("vip");
        assertThat(count("contact")).isEqualTo(2);
        assertThat(count("record_link")).isEqualTo(4);
        assertThat(count("contact_identity WHERE kind = 'phone'")).isEqualTo(1);
        assertThat(conflicts()).extracting(Conflict::field).containsOnly("name");
    }

    @Test
    void aTelephoneOfManyInOnePageIsOfTheFirstAndAsksAboutTheOthers() {
        // Given
        String first =
                "{'name':'甲','identities':[{'kind':'external_userid','issuer':'ww1','value':'wm%s'}],'phones':['01012345678']}";
        // When
        List<Arrival> arrivals = context.get(SyncedLinks.class)
                .arrived(
                        List.of(
                                record("crm", "1", ONE, first.formatted("A")),
                                record("crm", "2", ONE, first.formatted("B")),
                                record("crm", "3", ONE, first.formatted("C"))),
                        true);
        // Then
        assertThat(arrivals.stream().map(Arrival::ours).distinct()).hasSize(3);
        assertThat(context.get(Reviews.class).below(Review.State.OPEN, Long.MAX_VALUE, 10))
                .extracting(Review::contact)
                .hasSize(2);
        assertThat(count("contact_identity WHERE kind = 'phone'")).isEqualTo(1);
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

    private int count(String what) {
        Integer count = context.get(JdbcTemplate.class).queryForObject("SELECT COUNT(*) FROM " + what, Integer.class);
        return count == null ? 0 : count;
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
