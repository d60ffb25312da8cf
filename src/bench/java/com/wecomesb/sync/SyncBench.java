package com.wecomesb.sync;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.connector.CallContext;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.ContactDocument;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.sync.SyncJob.Options;
import com.wecomesb.sync.SyncJob.Task;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Contacts from and to a simulated CRM that takes 20 ms for an answer and 100 requests a second: {@code SyncBench CONTACTS
 * WRITES [postgres]}. The first load is done twice, because much of the first goes into compiling the bus. The database is
 * H2 in a file as the bus has it, or the tests' PostgreSQL.
 */
public final class SyncBench {

    private static final int LIMIT = 100;
    private static final int PAGE = Integer.getInteger("page", 100);
    private static final Duration ANSWER = Duration.ofMillis(20);
    private static final int LISTS = Integer.getInteger("lists", 8);
    private static final int WORKERS = 16;

    private SyncBench() {}

    /** Runs both directions and prints what they reached. */
    public static void main(String[] arguments) throws Exception {
        int contacts = Integer.parseInt(arguments.length > 0 ? arguments[0] : "100000");
        int writes = Integer.parseInt(arguments.length > 1 ? arguments[1] : "20000");
        boolean postgres = arguments.length > 2 && arguments[2].equals("postgres");
        System.out.println("a bus that has just been started");
        run(postgres, contacts, 0);
        System.out.println("the same process, with an empty database once more");
        run(postgres, contacts, writes);
        System.exit(0);
    }

    private static void run(boolean postgres, int contacts, int writes) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "sync-bench");
        try (com.zaxxer.hikari.HikariDataSource database = new com.zaxxer.hikari.HikariDataSource()) {
            String h2 = "jdbc:h2:file:" + folder.toAbsolutePath()
                    + "/esb;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;CACHE_SIZE=65536";
            database.setJdbcUrl(postgres ? TestDatabase.postgresUrl() : h2);
            database.setMaximumPoolSize(32);
            Flyway.configure().dataSource(database).load().migrate();
            try (SimulatedCrm crm = new SimulatedCrm(contacts, ANSWER, LIMIT);
                    SyncContext bus = new SyncContext(database, crm.url(), LIMIT)) {
                bus.plan("sync: [{system: crm, conflicts: newest}]");
                read(bus, crm, contacts);
                if (writes > 0) {
                    write(bus, crm, writes);
                }
            }
        }
    }

    private static void read(SyncContext bus, SimulatedCrm crm, int contacts) {
        AtomicLong peak = watchHeap();
        double processor = cpuSeconds();
        long start = System.nanoTime();
        SyncJob job = bus.ended(bus.get(SyncJobs.class)
                .begin(Task.LOAD, "crm", "contact", new Options(PAGE, LISTS, 0, false))
                .id());
        double seconds = (System.nanoTime() - start) / 1e9;
        print("first load", crm.calls(), seconds, contacts, cpuSeconds() - processor);
        System.out.printf(
                Locale.ROOT,
                "  %s %s, stored %d, refused by the limit %d, heap peak %d MB%n",
                job.state(),
                job.counts(),
                bus.get(JdbcTemplate.class).queryForObject("SELECT COUNT(*) FROM contact", Integer.class),
                crm.refused(),
                peak.get() >> 20);
    }

    private static void write(SyncContext bus, SimulatedCrm crm, int writes) throws Exception {
        List<Contact> ours = new ArrayList<>();
        for (int i = 0; i < writes; i++) {
            Contact contact = Contact.met("w" + i, "customer", Instant.EPOCH);
            ours.add(ContactDocument.with(
                    contact, "company", JsonNodeFactory.instance.textNode("公司" + i)));
        }
        bus.inTransaction(() -> {
            bus.get(Contacts.class).insert(ours);
            return 0;
        });
        AtomicLong peak = watchHeap();
        int before = crm.calls();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger throttled = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        double processor = cpuSeconds();
        long start = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            all.add(workers.submit(() -> {
                for (int i = next.getAndIncrement(); i < writes; i = next.getAndIncrement()) {
                    upsert(bus, "w" + i, throttled);
                }
            }));
        }
        for (Future<?> worker : all) {
            worker.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        workers.shutdown();
        print("contact-upsert", crm.calls() - before, seconds, writes, cpuSeconds() - processor);
        System.out.printf(
                Locale.ROOT,
                "  stored there %d, throttled %d, refused by the limit %d, heap peak %d MB%n",
                crm.written(),
                throttled.get(),
                crm.refused(),
                peak.get() >> 20);
    }

    private static void upsert(SyncContext bus, String id, AtomicInteger throttled) {
        while (true) {
            try {
                bus.get(SystemWrites.class)
                        .call(
                                "crm",
                                "contact-upsert",
                                JsonNodeFactory.instance.objectNode().put("id", id),
                                CallContext.of(id),
                                id);
                return;
            } catch (com.wecomesb.connector.ConnectorFailed failed) {
                throttled.incrementAndGet();
            }
        }
    }

    private static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : 0;
    }

    /** The most that was in use after a collection. */
    private static AtomicLong watchHeap() {
        AtomicLong peak = new AtomicLong();
        ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getCollectionUsage() != null)
                .forEach(pool -> pool.resetPeakUsage());
        Thread watcher = new Thread(() -> {
            while (true) {
                long used = ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getCollectionUsage() != null)
                        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                        .sum();
                peak.accumulateAndGet(used, Math::max);
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
            }
        });
        watcher.setDaemon(true);
        watcher.start();
        return peak;
    }

    private static void print(String what, int calls, double seconds, int records, double processor) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d contacts in %.1f s (%.0f/s), %d calls = %.1f/s of %d/s (%.0f %%)%n",
                what,
                records,
                seconds,
                records / seconds,
                calls,
                calls / seconds,
                LIMIT,
                100 * calls / seconds / LIMIT);
        System.out.printf(Locale.ROOT, "  processor time of bus and CRM %.1f s%n", processor);
    }
}
