package com.wecomesb.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.bus.ActionTopics;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.connector.link.Fields;
import com.wecomesb.connector.link.Links;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.ContactDocument;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.identity.IdentityFile;
import com.wecomesb.identity.IdentityRules;
import com.wecomesb.time.MutableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.RootBeanDefinition;
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
    private SyncPlan plan = SyncPlan.none();
    private IdentityRules identity = new IdentityFile().read(List.of(), new Mistakes());

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    SyncContext(DataSource database) {
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
                Whose.class,
                ContactArrivals.class,
                Aftermath.class,
                ChangeTimes.class,
                Conflicts.class,
                Onward.class,
                SyncActions.class,
                ContactWrites.class,
                Buyers.class,
                SyncedLinks.class);
        context.scan(
                "com.wecomesb.action",
                "com.wecomesb.conversation",
                "com.wecomesb.connector.link",
                "com.wecomesb.identity");
        context.setAllowBeanDefinitionOverriding(true);
        context.refresh();
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

    /** JSON with single quotes. */
    static JsonNode json(String document) {
        try {
            return JSON.readTree(document.replace('\'', '"'));
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException(exception);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
