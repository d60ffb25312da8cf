package com.wecomesb.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.bus.ActionKind;
import com.wecomesb.bus.ActionTopics;
import com.wecomesb.bus.DeadLetters;
import com.wecomesb.bus.EventBatch;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.conversation.ConversationTickets;
import com.wecomesb.database.FailingDatabase;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.time.MutableClock;
import com.wecomesb.understanding.Language;
import com.wecomesb.understanding.external.ExternalClassifiers;
import com.wecomesb.understanding.external.OutsideClassifiers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The decide step on a real database, deciding by the shipped rules and replies until a test says others. */
final class DecideContext implements AutoCloseable {

    private static final int MANY = 30;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T04:00:00Z"));
    private final Set<ActionKind> systems = EnumSet.of(ActionKind.CRM, ActionKind.SHOP, ActionKind.TICKET);
    private final List<String> published = new ArrayList<>();
    private final DataSource database;
    private final FailingDatabase failing;
    private final JdbcTemplate jdbc;
    private final ReceivedEvents events;
    private final DecisionTables decided;
    private Policy policy = Policies.shipped();

    @EnableTransactionManagement
    static class Transactions {}

    DecideContext(DataSource database) {
        this(database, OutsideClassifiers.none());
    }

    DecideContext(DataSource database, ExternalClassifiers classifiers) {
        this.database = database;
        failing = new FailingDatabase(database, Duration.ZERO);
        jdbc = new JdbcTemplate(database);
        events = new ReceivedEvents(jdbc, clock);
        decided = new DecisionTables(database);
        context.registerBean(DataSource.class, () -> failing);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(failing));
        context.registerBean(
                "transactionManager", JdbcTransactionManager.class, () -> new JdbcTransactionManager(failing));
        context.registerBean(MutableClock.class, () -> clock);
        context.registerBean(ObjectMapper.class, () -> new ObjectMapper());
        context.registerBean(SimpleMeterRegistry.class, () -> new SimpleMeterRegistry());
        context.registerBean(
                DecisionSettings.class,
                () -> new Binder(new MapConfigurationPropertySource())
                        .bindOrCreate("esb.reply", DecisionSettings.class));
        context.registerBean(Pseudonyms.class, () -> ReceivedEvents.PSEUDONYMS);
        context.registerBean(ExternalClassifiers.class, () -> classifiers);
        context.registerBean(
                Destinations.class,
                () -> (kind, named) -> systems.contains(kind) ? Optional.of(kind.word()) : Optional.empty());
        context.registerBean(ActionTopics.class, () -> action -> {
            published.add(action.id());
            return CompletableFuture.completedFuture(null);
        });
        var supplier = new RootBeanDefinition();
        supplier.setTargetType(ResolvableType.forClassWithGenerics(Supplier.class, Policy.class));
        supplier.setInstanceSupplier(() -> (Supplier<Policy>) () -> policy);
        context.registerBeanDefinition("policy", supplier);
        context.registerBean(DeadLetters.class);
        context.register(Transactions.class);
        context.scan("com.wecomesb.decision", "com.wecomesb.action", "com.wecomesb.conversation");
        context.refresh();
    }

    /** The same database and another process. */
    DecideContext anotherInstance() {
        return new DecideContext(database);
    }

    void now(EventBatch batch) {
        context.getBean(Decision.class).decide(batch);
    }

    /** Reports every action of a kind as done, and those that follow from it, as the performing side does. */
    void performUntilQuiet(String kind) {
        Set<String> done = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            List<String> next = jdbc.queryForList("SELECT id FROM action WHERE kind = ?", String.class, kind).stream()
                    .filter(done::add)
                    .toList();
            next.forEach(action -> now(events.outcomeOf(action, "done", null)));
            if (next.isEmpty()) {
                return;
            }
        }
        throw new AssertionError("it never ends");
    }

    List<String> published() {
        return published;
    }

    /** What is decided by now. */
    Policy policyNow() {
        return policy;
    }

    /** What both policies decide about what was stored since then, in its order. */
    List<Replayed> replay(Policy before, Policy after, Instant since) {
        List<Replayed> replayed = new ArrayList<>();
        context.getBean(Replay.class).of(before, after, since, 1_000, replayed::add);
        return replayed;
    }

    /** Other rules from now on, and what is known of the customers' language. */
    void decideBy(RuleSet rules, Language language) {
        policy = new Policy(rules, policy.replies(), policy.accounts(), language, policy.calendars(), "test-snapshot");
    }

    /** Decides by these files from now on, with the same accounts. */
    void follow(String rules, String replies) {
        policy = Policies.with(policy, rules, replies);
    }

    /** The account that all customers write to gets another mode. */
    void liveAccountIs(String word) {
        policy = Policies.inMode(policy, word);
    }

    ReceivedEvents events() {
        return events;
    }

    DecisionTables decided() {
        return decided;
    }

    /** The ticket system has opened what the last such action asked for. */
    void ticketIsOpened(String id) {
        Map<String, Object> action = jdbc.queryForMap(
                "SELECT id, conversation_id, contact_id FROM action WHERE verb = 'ticket-create' ORDER BY lane_position DESC LIMIT 1");
        context.getBean(ConversationTickets.class)
                .opened(
                        new ConversationTickets.OpenTicket(
                                "ticket", id, "GD" + id, "open", String.valueOf(action.get("id"))),
                        String.valueOf(action.get("conversation_id")),
                        String.valueOf(action.get("contact_id")));
        jdbc.update("UPDATE action SET state = 'DONE', settled_at = created_at WHERE id = ?", action.get("id"));
    }

    void ticketIs(String id, String status, boolean open) {
        context.getBean(ConversationTickets.class).statusIs("ticket", id, status, open);
    }

    /** As the sweeper leaves a delay that has ended. */
    void endDelay(String actionId) {
        jdbc.update("UPDATE action SET state = 'DONE' WHERE id = ?", actionId);
    }

    Set<ActionKind> systems() {
        return systems;
    }

    MutableClock clock() {
        return clock;
    }

    /** As the decide step sees it. */
    FailingDatabase database() {
        return failing;
    }

    double loopsCut() {
        return context.getBean(SimpleMeterRegistry.class)
                .counter("esb.decide.loops.cut")
                .count();
    }

    OptionalLong storedOffset() {
        return context.getBean(DecisionStore.class).nextOffset("esb.events", 0);
    }

    @Override
    public void close() {
        context.close();
    }
}
