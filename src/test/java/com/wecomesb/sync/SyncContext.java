package com.wecomesb.sync;

import static com.wecomesb.document.SingleQuoted.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.bus.ActionTopics;
import com.wecomesb.bus.Hints;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.connector.ConnectorCalls;
import com.wecomesb.connector.ConnectorSettings;
import com.wecomesb.connector.KameletTemplates;
import com.wecomesb.connector.SystemSettings;
import com.wecomesb.connector.Systems;
import com.wecomesb.connector.change.ChangeSettings;
import com.wecomesb.connector.change.RecordHints;
import com.wecomesb.connector.change.SystemRecords;
import com.wecomesb.connector.description.ConnectorFiles;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.connector.link.Fields;
import com.wecomesb.connector.link.Links;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.ContactDocument;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.YamlFile;
import com.wecomesb.identity.IdentityFile;
import com.wecomesb.identity.IdentityRules;
import com.wecomesb.mapping.MappingSet;
import com.wecomesb.time.MutableClock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything between our contacts and the records of other systems on a real database; only the calls are missing. */
final class SyncContext implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T04:00:00Z"));
    private final List<String> published = new CopyOnWriteArrayList<>();
    private final List<String> hinted = new CopyOnWriteArrayList<>();
    private SyncPlan plan = SyncPlan.none();
    private IdentityRules identity = new IdentityFile().read(List.of(), new Mistakes());

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    SyncContext(DataSource database) {
        this(database, null, 0);
    }

    /** With a system {@code crm} at an address that may be called so often in a second. */
    SyncContext(DataSource database, @Nullable String url, int rate) {
        Pseudonyms pseudonyms = new Pseudonyms("test-key-of-the-pseudonyms-32-by".getBytes(StandardCharsets.US_ASCII));
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(
                "transactionManager", JdbcTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(JdbcTransactionManager.class)));
        context.registerBean(MutableClock.class, () -> clock);
        context.registerBean(ObjectMapper.class, () -> JSON);
        context.registerBean(Pseudonyms.class, () -> pseudonyms);
        context.registerBean(Fields.class, () -> new Fields(pseudonyms));
        context.registerBean(ActionTopics.class, () -> action -> {
            published.add(action.lane());
            return CompletableFuture.completedFuture(null);
        });
        supply("syncPlan", SyncPlan.class, () -> plan);
        supply("identityRules", IdentityRules.class, () -> identity);
        supply("snapshotName", String.class, () -> "s1");
        context.register(
                Transactions.class,
                ByKeys.class,
                NewIds.class,
                Whose.class,
                ContactArrivals.class,
                Aftermath.class,
                ChangeTimes.class,
                Conflicts.class,
                Onward.class,
                SyncActions.class,
                ContactWrites.class,
                Buyers.class,
                ConflictDecisions.class,
                ReviewDecisions.class,
                SyncedLinks.class);
        if (url != null) {
            connect(url, rate);
        }
        context.scan(
                "com.wecomesb.action",
                "com.wecomesb.conversation",
                "com.wecomesb.connector.link",
                "com.wecomesb.identity");
        context.setAllowBeanDefinitionOverriding(true);
        context.refresh();
    }

    private void connect(String url, int rate) {
        Mistakes mistakes = new Mistakes();
        Connectors connectors = new ConnectorFiles()
                .read(
                        List.of(new SourceFile(
                                "connectors/sim.connector.yaml",
                                SimulatedCrmFiles.CONNECTOR.formatted(rate),
                                SourceFile.Origin.COMPANY)),
                        mistakes);
        Systems systems =
                Systems.read(new SystemSettings(Map.of("crm", Map.of("connector", "sim", "url", url))), mistakes);
        MappingSet mappings = MappingSet.read(
                SimulatedCrmFiles.MAPPINGS.entrySet().stream()
                        .flatMap(file ->
                                YamlFile.read("mappings/" + file.getKey() + ".yaml", file.getValue(), mistakes)
                                        .stream())
                        .toList(),
                mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(mistakes.list().toString());
        }
        KameletTemplates templates = new KameletTemplates(Clock.systemUTC());
        templates.replace(SimulatedCrmFiles.KAMELETS, connectors);
        context.registerBean(KameletTemplates.class, () -> templates);
        context.registerBean(
                ConnectorCalls.class,
                () -> new ConnectorCalls(
                        systems, () -> mappings, templates, ConnectorSettings.defaults(), Clock.systemUTC()));
        supply("connectors", Connectors.class, () -> connectors);
        context.registerBean(Hints.class, () -> hint -> {
            hinted.add(hint.key());
            return CompletableFuture.completedFuture(null);
        });
        context.registerBean(
                ChangeSettings.class,
                () -> new Binder(new MapConfigurationPropertySource())
                        .bindOrCreate("esb.change", ChangeSettings.class));
        context.register(
                SystemRecords.class,
                RecordHints.class,
                SystemWrites.class,
                FirstLoad.class,
                Reconcile.class,
                Differences.class,
                SyncJobs.class,
                SyncJobRunner.class,
                Syncable.class);
    }

    /** Waits until a job has ended. */
    SyncJob ended(long job) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> get(SyncJobs.class).find(job).orElseThrow(),
                        found -> found.state() != SyncJob.State.RUNNING);
    }

    private <T> void supply(String name, Class<T> type, Supplier<T> value) {
        RootBeanDefinition definition = new RootBeanDefinition();
        definition.setTargetType(ResolvableType.forClassWithGenerics(Supplier.class, type));
        definition.setInstanceSupplier(() -> value);
        context.registerBeanDefinition(name, definition);
    }

    /** The sync file in force; its systems are crm and crm2. */
    void plan(String yaml) {
        Mistakes mistakes = new Mistakes();
        plan = new SyncFile(Set.of("crm2"))
                .read(List.of(new SourceFile("sync.yaml", yaml, SourceFile.Origin.COMPANY)), mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(mistakes.list().toString());
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Links links() {
        return get(Links.class);
    }

    MutableClock clock() {
        return clock;
    }

    /** The lanes of the actions that went to their topics. */
    List<String> published() {
        return published;
    }

    Contact contact(String id) {
        return get(Contacts.class).find(List.of(id)).get(id);
    }

    /** A customer whom WeCom brought. */
    void met(String id, String externalUserId) {
        inTransaction(() -> get(Contacts.class)
                .meetAndLock(
                        List.of(new Contacts.Acquaintance(
                                id,
                                "customer",
                                List.of(new Contacts.Identity("external_userid", "ww1", externalUserId)))),
                        List.of()));
    }

    /** A rule sets a field of a contact of ours. */
    void set(String id, String field, JsonNode value) {
        inTransaction(() -> {
            Contacts contacts = get(Contacts.class);
            Map<String, Contact> locked = contacts.lock(List.of(id));
            Contact before = locked.get(id);
            contacts.save(List.of(ContactDocument.with(before, field, value)), Map.of(before.id(), before));
            return id;
        });
    }

    <T> T inTransaction(Supplier<T> work) {
        return get(TransactionTemplate.class).execute(status -> work.get());
    }

    static FetchedRecord record(String system, String id, String version, String document) {
        return new FetchedRecord(system, "contact", id, version, false, json(document));
    }

    @Override
    public void close() {
        context.close();
    }
}
