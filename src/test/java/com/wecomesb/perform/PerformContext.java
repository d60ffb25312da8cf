package com.wecomesb.perform;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.action.ActionLog;
import com.wecomesb.bus.ActionTopics;
import com.wecomesb.bus.EventLog;
import com.wecomesb.conversation.Conversations;
import com.wecomesb.time.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The perform step on a real database, with a clock to turn and topics that only remember. */
final class PerformContext implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T04:00:00Z"));
    private final List<String> published = new CopyOnWriteArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();

    @EnableTransactionManagement
    static class Transactions {}

    PerformContext(DataSource database) {
        PerformSettings settings =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("esb.perform", PerformSettings.class);
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(
                "transactionManager", JdbcTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(JdbcTransactionManager.class)));
        context.registerBean(MutableClock.class, () -> clock);
        context.registerBean(ObjectMapper.class, () -> new ObjectMapper());
        context.registerBean(SimpleMeterRegistry.class, () -> new SimpleMeterRegistry());
        context.registerBean(PerformSettings.class, () -> settings);
        context.registerBean(OutcomeInterest.class, () -> type -> false);
        context.registerBean(ActionTopics.class, () -> action -> {
            published.add(action.id());
            return CompletableFuture.completedFuture(null);
        });
        context.registerBean(EventLog.class, () -> event -> {
            events.add(event.type());
            return CompletableFuture.completedFuture(null);
        });
        context.register(
                Transactions.class,
                Claims.class,
                LaneHeads.class,
                Verdicts.class,
                Settlement.class,
                Gates.class,
                Waiting.class,
                Delays.class);
        context.register(WaitingGauges.class, Instance.class, Instances.class, Outcomes.class, Sweeper.class);
        context.scan("com.wecomesb.action", "com.wecomesb.conversation");
        context.registerBean(com.wecomesb.bus.DeadLetters.class);
        context.setAllowBeanDefinitionOverriding(true);
        context.refresh();
        context.getBean(Sweeper.class).stop();
    }

    Claims claims() {
        return context.getBean(Claims.class);
    }

    Settlement settlement() {
        return context.getBean(Settlement.class);
    }

    Gates gates() {
        return context.getBean(Gates.class);
    }

    Waiting waiting() {
        return context.getBean(Waiting.class);
    }

    Delays delays() {
        return context.getBean(Delays.class);
    }

    Outcomes outcomes() {
        return context.getBean(Outcomes.class);
    }

    ActionLog actions() {
        return context.getBean(ActionLog.class);
    }

    Conversations conversations() {
        return context.getBean(Conversations.class);
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    MutableClock clock() {
        return clock;
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    void sweep() {
        context.getBean(Sweeper.class).sweep();
    }

    /** The ids of the actions that went to their topics. */
    List<String> published() {
        return List.copyOf(published);
    }

    /** The types of the events that went to the bus. */
    List<String> events() {
        return List.copyOf(events);
    }

    <T> T inTransaction(Supplier<T> work) {
        return context.getBean(TransactionTemplate.class).execute(status -> work.get());
    }

    void inTransaction(Runnable work) {
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }

    @Override
    public void close() {
        context.close();
    }
}
