package com.wecomesb.sync;

import static com.wecomesb.document.SingleQuoted.json;
import static com.wecomesb.sync.SyncContext.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import com.wecomesb.connector.link.Arrival;
import com.wecomesb.connector.link.Link;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.identity.CertainMerges;
import com.wecomesb.identity.Merge;
import com.wecomesb.identity.Merges;
import com.wecomesb.identity.Review;
import com.wecomesb.identity.Reviews;
import com.wecomesb.sync.ContactWrites.Write;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose record it is that arrives, the same on every database. */
abstract class IdentityContract extends KeptInStep {

    IdentityContract(TestDatabase database) {
        super(database);
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
    void aRecordThatIsMadeDuringAMergeBelongsToWhoIsLeft() {
        // Given
        context.met("c1", "wmAAA");
        context.met("c2", "wmBBB");
        context.set("c1", "company", TextNode.valueOf("云朵"));
        ContactWrites writes = context.get(ContactWrites.class);
        Write onItsWay = writes.prepare("crm", "c2", json("{'id':'c2'}"));
        // When
        context.get(Merges.class).merge("c1", "c2", 1, "试", "王芳");
        writes.written("crm", onItsWay, "7", ONE, json("{}"), json("{}"));
        // Then
        assertThat(context.links().ours("crm", "contact", "7")).contains("c1");
        assertThat(writes.link("crm", "c1")).map(Link::theirs).contains("7");
        assertThat(context.published()).containsExactly("crm:c1:crm");
    }

    @Test
    void aRecordThatIsWrittenWhileAMergeIsTakenBackStaysItsOwners() {
        // Given
        context.met("c1", "wmAAA");
        String other = context.links()
                .arrived(record("crm", "7", ONE, "{'name':'李雷','phones':['13800138000']}"))
                .ours()
                .orElseThrow();
        Merge merge = context.get(Merges.class).merge("c1", other, 1, "试", "王芳");
        ContactWrites writes = context.get(ContactWrites.class);
        Write onItsWay = writes.prepare("crm", "c1", json("{'id':'c1','stage':'vip'}"));
        // When
        context.get(Merges.class).undo(merge.id(), "王芳");
        writes.written("crm", onItsWay, "7", TWO, json("{}"), json("{}"));
        // Then
        assertThat(context.links().ours("crm", "contact", "7")).contains(other);
        assertThat(writes.link("crm", "c1")).isEmpty();
    }
}
