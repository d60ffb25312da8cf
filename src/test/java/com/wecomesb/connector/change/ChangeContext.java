package com.wecomesb.connector.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.bus.DeadLetters;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventLog;
import com.wecomesb.bus.Hint;
import com.wecomesb.bus.Hints;
import com.wecomesb.bus.NotAppended;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.connector.Systems;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.connector.link.LinkBeans;
import com.wecomesb.time.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Following changes on a real database, with a bus that keeps its events in a list. */
final class ChangeContext implements AutoCloseable {

    static final ChangeSettings SETTINGS = new ChangeSettings(
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            Duration.ofMillis(200),
            4,
            Duration.ofMinutes(5),
            Duration.ofHours(1),
            Duration.ofHours(24),
            "5m",
            100,
            10);

    final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T12:00:00Z"));
    final OtherSystem system = new OtherSystem();
    final List<Event> events = new CopyOnWriteArrayList<>();
    final List<Hint> hints = new CopyOnWriteArrayList<>();
    final Set<String> ownTickets = ConcurrentHashMap.newKeySet();
    final Set<String> ownComments = ConcurrentHashMap.newKeySet();
    final JdbcTemplate database;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private volatile boolean busAway;

    @EnableTransactionManagement
    static class Transactions {}

    ChangeContext(DataSource source) {
        database = new JdbcTemplate(source);
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcTemplate.class, () -> database);
        context.registerBean(
                "transactionManager", JdbcTransactionManager.class, () -> new JdbcTransactionManager(source));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
        context.registerBean("clock", Clock.class, () -> clock);
        context.registerBean(ObjectMapper.class, () -> new ObjectMapper());
        context.registerBean(
                Pseudonyms.class,
                () -> new Pseudonyms("test-key-of-the-pseudonyms-32-by".getBytes(StandardCharsets.US_ASCII)));
        context.registerBean(SimpleMeterRegistry.class, () -> new SimpleMeterRegistry());
        context.registerBean(ChangeSettings.class, () -> SETTINGS);
        context.registerBean(RecordSource.class, () -> system);
        context.registerBean(EventLog.class, () -> this::append);
        context.registerBean(Hints.class, () -> this::append);
        context.registerBean(OwnWork.class, () -> new Own());
        context.registerBean(Concerned.class, () -> new Nobody());
        context.registerBean(Systems.class, () -> Systems.none());
        context.register(Transactions.class);
        context.register(LinkBeans.all());
        context.register(
                DeadLetters.class,
                RecordStates.class,
                RecordEvents.class,
                RecordArrivals.class,
                ChangeCursors.class,
                ChangeMeters.class,
                ChangeReader.class,
                HintedRecords.class,
                RecordFetches.class,
                RecordHints.class);
        context.refresh();
    }

    private CompletableFuture<Void> append(Event event) {
        if (busAway) {
            return CompletableFuture.failedFuture(new NotAppended("Kafka and database away"));
        }
        events.add(event);
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> append(Hint hint) {
        hints.add(hint);
        return CompletableFuture.completedFuture(null);
    }

    private final class Own implements OwnWork {

        @Override
        public boolean made(FetchedRecord record) {
            return ownTickets.contains(record.id());
        }

        @Override
        public boolean wrote(FetchedRecord record, JsonNode comment) {
            return ownComments.contains(comment.path("id").asText());
        }
    }

    private static final class Nobody implements Concerned {

        @Override
        public Optional<Party> by(FetchedRecord record) {
            return Optional.empty();
        }

        @Override
        public void ticketIs(FetchedRecord record, String status, boolean open) {}
    }

    void busGoesAway() {
        busAway = true;
    }

    void busComesBack() {
        busAway = false;
    }

    HintedRecords hinted() {
        return context.getBean(HintedRecords.class);
    }

    ChangeCursors.Position position() {
        return context.getBean(ChangeCursors.class).of(OtherSystem.NAME, "ticket", clock.instant());
    }

    /** A webhook came. */
    void hint(String id) {
        hinted().note(new RecordReference(OtherSystem.NAME, "ticket", id));
    }

    /** Time passes, and what is due then is followed. */
    int followAfter(Duration time) {
        clock.advance(time);
        List<HintedRecords.Claimed> due = hinted().claim(100);
        due.forEach(context.getBean(RecordFetches.class)::follow);
        return due.size();
    }

    /** The first reading, of what was there before anybody looked. */
    void baseline(FetchedRecord... before) {
        system.gives("\"start\"", false, before);
        poll();
    }

    boolean poll() {
        return context.getBean(ChangeReader.class).read(OtherSystem.NAME, "ticket");
    }

    List<String> types() {
        return events.stream().map(Event::type).toList();
    }

    static JsonNode data(Event event) {
        try {
            return new ObjectMapper().readTree(event.data());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    int deadLetters() {
        Integer count = database.queryForObject("SELECT count(*) FROM dead_letter", Integer.class);
        return count == null ? 0 : count;
    }

    @Override
    public void close() {
        context.close();
    }
}
