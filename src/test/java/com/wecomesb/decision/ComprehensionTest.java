package com.wecomesb.decision;

import static com.wecomesb.decision.ReceivedEvents.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.bus.EventBatch;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.rule.Normalizer;
import com.wecomesb.rule.RuleFiles;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.understanding.IntentExamples;
import com.wecomesb.understanding.IntentModel;
import com.wecomesb.understanding.Language;
import com.wecomesb.understanding.Understanding;
import com.wecomesb.understanding.Understanding.Guess;
import com.wecomesb.understanding.external.ExternalClassifiers;
import com.wecomesb.understanding.external.OutsideClassifiers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionException;

class ComprehensionTest {

    private static final RuleSet RULES = RuleFiles.read("""
            rules:
              - {id: returns, when: {intent: return-goods}, then: [{reply: refund-how-to}]}
              - {id: complaints, when: {intent: complaint}, then: [{reply: complaint-sorry}]}
            """);

    private static final Language LANGUAGE = Language.of(
            IntentModel.train(List.of(
                    intent("return-goods", "我要退货", "想退掉这件", "退货怎么弄", "不要了退钱", "帮我退一下"),
                    intent("complaint", "我要投诉", "投诉你们", "太差劲了要举报", "服务太烂我投诉", "举报你们"))),
            Map.of(),
            Normalizer::normalize,
            Normalizer::normalizeKeepingCase);

    private final DataSource database = TestDatabase.H2.migrated();
    private final AtomicInteger asked = new AtomicInteger();
    private final DecisionTables decided = new DecisionTables(database);
    private DecideContext decide = deciding(OutsideClassifiers.none(), RULES);
    private final ReceivedEvents events = decide.events();

    private static IntentExamples intent(String id, String... examples) {
        return new IntentExamples(id, id, List.of(examples), Map.of(), 0.5);
    }

    private DecideContext deciding(ExternalClassifiers classifiers, RuleSet rules) {
        DecideContext context = new DecideContext(database, classifiers);
        context.decideBy(rules, LANGUAGE);
        return context;
    }

    /** Says something else each time: complaint, then return-goods for ever. */
    private ExternalClassifiers fickle() {
        return OutsideClassifiers.answering(
                text -> List.of(new Guess(asked.incrementAndGet() == 1 ? "complaint" : "return-goods", 0.9)));
    }

    private void classifyBy(ExternalClassifiers classifiers) {
        classifyBy(classifiers, RULES);
    }

    private void classifyBy(ExternalClassifiers classifiers, RuleSet rules) {
        decide.close();
        decide = deciding(classifiers, rules);
    }

    @AfterEach
    void close() {
        decide.close();
    }

    @Test
    void whatTheFilesMakeOfATextIsStoredWithTheEvent() throws IOException {
        // When
        decide.now(events.kf("m1", "wm1", "我要退货"));
        // Then
        Understanding stored = new ObjectMapper().readValue(decided.understanding("m1"), Understanding.class);
        assertThat(stored).isEqualTo(LANGUAGE.understand("我要退货"));
        assertThat(stored.intents()).extracting(Guess::name).startsWith("return-goods");
        assertThat(decided.outcome("m1")).isEqualTo("DECIDED returns");
    }

    @Test
    void whatAClassifierOutsideSaysStandsBeforeTheFiles() {
        // Given
        classifyBy(fickle());
        // When
        decide.now(events.kf("m1", "wm1", "我要退货"));
        // Then
        assertThat(decided.outcome("m1")).isEqualTo("DECIDED complaints");
        assertThat(decided.explanation("m1")).contains("意图是“complaint”(0.90,要求 ≥ 0.50)");
        assertThat(decided.understanding("m1")).contains("{\"name\":\"complaint\",\"score\":0.9}");
    }

    @Test
    void aRepeatedBatchIsDecidedByTheFirstAnswerAndAsksNoSecondTime() {
        // Given
        classifyBy(OutsideClassifiers.answering(text -> {
            decide.database().goAway();
            return List.of(new Guess(asked.incrementAndGet() == 1 ? "complaint" : "return-goods", 0.9));
        }));
        EventBatch batch = events.kf("m1", "wm1", "我要退货");
        assertThatThrownBy(() -> decide.now(batch)).isInstanceOf(TransactionException.class);
        decide.database().comeBack();
        // When
        decide.now(batch);
        // Then
        assertThat(decided.outcome("m1")).isEqualTo("DECIDED complaints");
        assertThat(asked).hasValue(1);
    }

    @Test
    void anEventThatAnotherProcessDecidedIsNotAskedAboutAgain() {
        // Given
        classifyBy(fickle());
        EventBatch batch = events.kf("m1", "wm1", "我要退货");
        decide.now(batch);
        // When
        try (DecideContext another = deciding(fickle(), RULES)) {
            another.now(batch);
        }
        // Then
        assertThat(decided.outcome("m1")).isEqualTo("DECIDED complaints");
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatAClassifierDoesNotAnswerTheFilesAnswer() {
        // Given
        classifyBy(OutsideClassifiers.answering(text -> {
            throw new IllegalStateException("broken");
        }));
        // When
        decide.now(events.kf("m1", "wm1", "我要退货"));
        // Then
        assertThat(decided.outcome("m1")).isEqualTo("DECIDED returns");
    }

    @Test
    void anIntentThatTheFilesDoNotKnowIsNotTakenFromAClassifier() {
        // Given
        classifyBy(OutsideClassifiers.answering(text -> List.of(new Guess("handoff", 1))));
        // When
        decide.now(events.kf("m1", "wm1", "我要退货"));
        // Then
        assertThat(decided.outcome("m1")).isEqualTo("UNMATCHED null");
        assertThat(decided.understanding("m1")).contains("\"intents\":[]");
    }

    @Test
    void whatGetsNoAutomaticReplyIsNotAskedAbout() {
        // Given
        classifyBy(fickle());
        // When
        decide.now(together(
                events.kfAgo("m1", "wm1", "我要退货", Duration.ofHours(2)),
                events.servicerWrote("m2", "wm2"),
                events.kf("m3", "wm3", " ")));
        // Then
        assertThat(asked).hasValue(0);
    }

    @Test
    void nobodyIsAskedWhenNoRuleAsksForIntents() {
        // Given
        classifyBy(fickle(), RuleFiles.when("{keywords: 退货}"));
        // When
        decide.now(events.kf("m1", "wm1", "我要退货"));
        // Then
        assertThat(asked).hasValue(0);
    }
}
