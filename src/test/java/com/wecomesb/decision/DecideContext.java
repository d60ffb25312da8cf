package com.wecomesb.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.bus.ActionTopics;
import com.wecomesb.bus.DeadLetters;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventBatch;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.calendar.Calendars;
import com.wecomesb.conversation.ConversationTickets;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import com.wecomesb.reply.ReplyLibrary;
import com.wecomesb.rule.Normalizer;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.time.MutableClock;
import com.wecomesb.understanding.IntentModel;
import com.wecomesb.understanding.Language;
import com.wecomesb.understanding.ShippedLanguage;
import com.wecomesb.understanding.external.ExternalClassifiers;
import com.wecomesb.understanding.external.OutsideClassifiers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
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
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The decide step on a real database with the shipped rules and replies, and events as RECEIVE makes them. */
final class DecideContext implements AutoCloseable {

    private static final int MANY = 30;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pseudonyms PSEUDONYMS =
            new Pseudonyms("test-key-of-the-pseudonyms-32-by".getBytes(StandardCharsets.US_ASCII));

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T04:00:00Z"));
    private final Set<com.wecomesb.bus.ActionKind> systems = EnumSet.of(
            com.wecomesb.bus.ActionKind.CRM, com.wecomesb.bus.ActionKind.SHOP, com.wecomesb.bus.ActionKind.TICKET);
    private final List<String> published = new ArrayList<>();
    private final JdbcTemplate jdbc;
    private Policy policy = policy();
    private final DataSource database;
    private volatile boolean databaseAway;
    private long offset;

    @EnableTransactionManagement
    static class Transactions {}

    DecideContext(DataSource database) {
        this(database, OutsideClassifiers.none());
    }

    DecideContext(DataSource database, ExternalClassifiers classifiers) {
        this.database = database;
        jdbc = new JdbcTemplate(database);
        DataSource breakable = new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                if (databaseAway) {
                    throw new SQLTransientConnectionException("database away");
                }
                return super.getConnection();
            }
        };
        context.registerBean(DataSource.class, () -> breakable);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(breakable));
        context.registerBean(
                "transactionManager", JdbcTransactionManager.class, () -> new JdbcTransactionManager(breakable));
        context.registerBean(MutableClock.class, () -> clock);
        context.registerBean(ObjectMapper.class, () -> JSON);
        context.registerBean(SimpleMeterRegistry.class, () -> new SimpleMeterRegistry());
        context.registerBean(
                DecisionSettings.class,
                () -> new Binder(new MapConfigurationPropertySource())
                        .bindOrCreate("esb.reply", DecisionSettings.class));
        context.registerBean(Pseudonyms.class, () -> PSEUDONYMS);
        context.registerBean(ExternalClassifiers.class, () -> classifiers);
        context.registerBean(
                Destinations.class,
                () -> (kind, named) -> systems.contains(kind) ? Optional.of(kind.word()) : Optional.empty());
        context.registerBean(ActionTopics.class, () -> action -> {
            published.add(action.id());
            return CompletableFuture.completedFuture(null);
        });
        var supplier = new org.springframework.beans.factory.support.RootBeanDefinition();
        supplier.setTargetType(ResolvableType.forClassWithGenerics(Supplier.class, Policy.class));
        supplier.setInstanceSupplier(() -> (Supplier<Policy>) () -> policy);
        context.registerBeanDefinition("policy", supplier);
        context.registerBean(DeadLetters.class);
        context.register(
                Transactions.class,
                Decision.class,
                DecideTransaction.class,
                DecisionStore.class,
                Decider.class,
                Memories.class,
                RuleUses.class,
                OpenQuestions.class,
                PastEvents.class,
                Ownership.class,
                Reception.class,
                Judgement.class,
                Acting.class,
                AskingBack.class,
                Fallbacks.class,
                Handover.class,
                Scenes.class,
                Preparation.class,
                Comprehension.class,
                ActionPlanner.class,
                ReplyActions.class,
                NoticeActions.class,
                HandoffActions.class,
                Briefing.class,
                PastActions.class,
                ScheduleActions.class,
                WebhookActions.class,
                Continuation.class,
                Waits.class,
                SystemActions.class,
                TemplateContext.class,
                OutcomeBranches.class,
                StoredEvents.class,
                Replay.class);
        context.scan("com.wecomesb.action", "com.wecomesb.conversation");
        context.refresh();
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

    /** The same database and another process. */
    DecideContext anotherInstance() {
        return new DecideContext(database);
    }

    private static Policy policy() {
        Mistakes mistakes = new Mistakes();
        List<YamlNode> files = shipped("rules", mistakes);
        files.addAll(shipped("vocabularies", mistakes));
        RuleSet rules = RuleSet.read(files, mistakes);
        ReplyLibrary replies = ReplyLibrary.read(shipped("replies", mistakes), mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(mistakes.list().toString());
        }
        Accounts accounts = new Accounts(
                List.of(
                        new Account("旗舰店", "service", "wkLive", "A", mode("live"), Set.of()),
                        new Account("测试店", "service", "wkTesters", "A", mode("testers"), Set.of("wmTester")),
                        new Account("影子店", "service", "wkShadow", "A", mode("shadow"), Set.of())),
                List.of(new Group("售后组", "service", List.of("zhangsan", "lisi"))),
                List.of(new Brand("A", Map.of("hotline", "400-1"))),
                Map.of("service", mode("live")));
        return new Policy(rules, replies, accounts, ShippedLanguage.read(), Calendars.NONE, "test-snapshot");
    }

    /** Decides by these files from now on, with the same accounts. */
    void follow(String rules, String replies) {
        Mistakes mistakes = new Mistakes();
        RuleSet ruleSet = RuleSet.read(written("rules/test.yaml", rules, mistakes), mistakes);
        ReplyLibrary library = ReplyLibrary.read(written("replies/test.yaml", replies, mistakes), mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(mistakes.list().toString());
        }
        Language language = Language.of(
                IntentModel.train(List.of()),
                library.questions(),
                Normalizer::normalize,
                Normalizer::normalizeKeepingCase);
        policy = new Policy(ruleSet, library, policy.accounts(), language, policy.calendars(), "another-snapshot");
    }

    private static List<YamlNode> written(String path, String text, Mistakes mistakes) {
        return YamlFile.read(path, text, mistakes).stream().toList();
    }

    private static Mode mode(String word) {
        return Mode.of(word).orElseThrow();
    }

    private static List<YamlNode> shipped(String folder, Mistakes mistakes) {
        List<YamlNode> roots = new ArrayList<>();
        try (var files = Files.list(Path.of("routes", folder))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                YamlFile.read(folder + "/" + file.getFileName(), Files.readString(file), mistakes)
                        .ifPresent(roots::add);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return roots;
    }

    void now(EventBatch batch) {
        context.getBean(Decision.class).decide(batch);
    }

    static EventBatch together(EventBatch... batches) {
        List<EventBatch.Item> items = new ArrayList<>();
        List.of(batches).forEach(batch -> items.addAll(batch.items()));
        return new EventBatch(items);
    }

    EventBatch kf(String id, String peer, String text) {
        return kf(id, peer, text, "wkLive");
    }

    EventBatch kf(String id, String peer, String text, String account) {
        return message(id, "kf", account, peer, "customer", text, Duration.ZERO);
    }

    EventBatch kfFile(String id, String peer, String kind, String mediaId) {
        ObjectNode data = chat("kf", "wkLive", peer, "customer");
        data.put("origin", "customer");
        data.putObject("message").put("id", id).put("type", kind).put("mediaId", mediaId);
        return batch(id, "wecom.message.received", key("kf", "wkLive", peer), data, Duration.ZERO, 0);
    }

    EventBatch kfAgo(String id, String peer, String text, Duration ago) {
        return message(id, "kf", "wkLive", peer, "customer", text, ago);
    }

    EventBatch member(String id, String userid, String text) {
        return message(id, "app", "1000002", userid, "staff", text, Duration.ZERO);
    }

    private EventBatch message(
            String id, String channel, String account, String peer, String peerKind, String text, Duration ago) {
        ObjectNode data = chat(channel, account, peer, peerKind);
        data.put("origin", "customer");
        data.putObject("customer").put("name", "王芳");
        data.putObject("message").put("id", id).put("type", "text").put("text", text);
        return batch(id, "wecom.message.received", key(channel, account, peer), data, ago, 0);
    }

    EventBatch servicerWrote(String id, String peer) {
        ObjectNode data = chat("kf", "wkLive", peer, "customer");
        data.put("origin", "servicer");
        data.putObject("message").put("id", id).put("type", "text").put("text", "您好,我来处理");
        return batch(id, "wecom.message.sent", key("kf", "wkLive", peer), data, Duration.ZERO, 0);
    }

    EventBatch sessionEnded(String id, String peer) {
        ObjectNode data = chat("kf", "wkLive", peer, "customer");
        data.put("origin", "system");
        data.putObject("change").put("change_type", 3);
        return batch(id, "wecom.session.changed", key("kf", "wkLive", peer), data, Duration.ZERO, 0);
    }

    EventBatch outcomeOf(String actionId, String state, @Nullable String result) {
        ObjectNode data = JSON.createObjectNode();
        data.put("actionId", actionId);
        data.put("state", state);
        try {
            data.set("result", result == null ? null : JSON.readTree(result));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        Map<String, Object> action =
                jdbc.queryForMap("SELECT conversation_id, kind, verb, hops FROM action WHERE id = ?", actionId);
        return batch(
                actionId + "/" + state,
                "esb." + action.get("kind") + "." + action.get("verb") + "." + state,
                String.valueOf(action.get("conversation_id")),
                data,
                Duration.ZERO,
                ((Number) action.get("hops")).intValue() + 1);
    }

    /** Reports every action of a kind as done, and those that follow from it, as the performing side does. */
    void performUntilQuiet(String kind) {
        Set<String> done = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            List<String> next = jdbc.queryForList("SELECT id FROM action WHERE kind = ?", String.class, kind).stream()
                    .filter(done::add)
                    .toList();
            next.forEach(action -> now(outcomeOf(action, "done", null)));
            if (next.isEmpty()) {
                return;
            }
        }
        throw new AssertionError("it never ends");
    }

    EventBatch causedByTheBus(String id, int hops) {
        ObjectNode data = chat("kf", "wkLive", "wm1", "customer");
        return batch(id, "ticket.closed", key("kf", "wkLive", "wm1"), data, Duration.ZERO, hops);
    }

    /** A ticket that belongs to a conversation got a comment. */
    EventBatch ticketCommented(String id, String peer, String text) {
        ObjectNode data = chat("kf", "wkLive", peer, "customer");
        data.putObject("ticket").put("id", "7").put("number", "GD7").put("status", "open");
        data.putObject("comment").put("id", id).put("text", text).put("public", true);
        return batch(id, "ticket.commented", key("kf", "wkLive", peer), data, Duration.ZERO, 0);
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

    /** The payload of the last action of a verb. */
    JsonNode lastPayload(String verb) {
        return tree(String.valueOf(jdbc.queryForObject(
                "SELECT payload FROM action WHERE verb = ? ORDER BY lane_position DESC LIMIT 1", String.class, verb)));
    }

    EventBatch unreadable(String id) {
        Event event = new Event(
                "ww1",
                id,
                "wecom.message.received",
                null,
                clock.instant(),
                "k",
                "",
                0,
                "{".getBytes(StandardCharsets.UTF_8));
        return new EventBatch(List.of(new EventBatch.Item(event, "esb.events", 0, offset++, clock.instant())));
    }

    private static ObjectNode chat(String channel, String account, String peer, String peerKind) {
        ObjectNode data = JSON.createObjectNode();
        data.put("corp", "ww1");
        data.put("app", "service");
        data.put("channel", channel);
        data.put("account", account);
        data.put("peer", peer);
        data.put("peerKind", peerKind);
        return data;
    }

    private static String key(String channel, String account, String peer) {
        return PSEUDONYMS.of("ww1", channel, account, peer);
    }

    private EventBatch batch(String id, String type, String key, ObjectNode data, Duration ago, int hops) {
        Event event = new Event(
                "ww1",
                id,
                type,
                key,
                clock.instant().minus(ago),
                key,
                "",
                hops,
                data.toString().getBytes(StandardCharsets.UTF_8));
        return new EventBatch(List.of(new EventBatch.Item(event, "esb.events", 0, offset++, clock.instant())));
    }

    Set<com.wecomesb.bus.ActionKind> systems() {
        return systems;
    }

    MutableClock clock() {
        return clock;
    }

    double loopsCut() {
        return context.getBean(SimpleMeterRegistry.class)
                .counter("esb.decide.loops.cut")
                .count();
    }

    void breakDatabase(boolean away) {
        databaseAway = away;
    }

    List<String> published() {
        return published;
    }

    List<String> actions() {
        return jdbc.queryForList(
                "SELECT kind || ' ' || verb || ' ' || state FROM action ORDER BY lane_position", String.class);
    }

    /** Each action as {@code kind verb system state}, in the order of the decisions. */
    List<String> rows() {
        return texts("SELECT kind || ' ' || verb || ' ' || COALESCE(system, '-') || ' ' || state FROM action"
                + " ORDER BY lane_position");
    }

    List<String> payloadTexts() {
        return texts("SELECT payload FROM action ORDER BY lane_position");
    }

    /** Why actions are in their states, as far as a reason is noted. */
    List<String> reasons() {
        return texts("SELECT reason FROM action WHERE reason IS NOT NULL ORDER BY lane_position");
    }

    List<String> tags() {
        return texts("SELECT tag FROM contact_tag ORDER BY tag");
    }

    String attributes() {
        return texts("SELECT attributes FROM contact").get(0);
    }

    @Nullable
    String variables() {
        return jdbc.queryForObject("SELECT variables FROM conversation", String.class);
    }

    Instant dueAt(String actionId) {
        return instant("due_at", actionId);
    }

    Instant expiresAt(String actionId) {
        return instant("expires_at", actionId);
    }

    private Instant instant(String column, String actionId) {
        var found = jdbc.queryForObject(
                "SELECT " + column + " FROM action WHERE id = ?", java.time.OffsetDateTime.class, actionId);
        return java.util.Objects.requireNonNull(found).toInstant();
    }

    private List<String> texts(String sql) {
        return jdbc.queryForList(sql, String.class);
    }

    /** The ids of the actions of a kind that are not performed yet. */
    List<String> waiting(String kind) {
        return jdbc.queryForList(
                "SELECT id FROM action WHERE kind = ? AND state = 'READY' ORDER BY lane_position", String.class, kind);
    }

    /** As the sweeper leaves a delay that has ended. */
    void endDelay(String actionId) {
        jdbc.update("UPDATE action SET state = 'DONE' WHERE id = ?", actionId);
    }

    /** The account that all customers write to gets another mode. */
    void liveAccountIs(String word) {
        Accounts accounts = new Accounts(
                List.of(new Account("旗舰店", "service", "wkLive", "A", mode(word), Set.of())),
                List.of(),
                List.of(),
                Map.of("service", mode(word)));
        policy = new Policy(
                policy.rules(), policy.replies(), accounts, policy.language(), policy.calendars(), "another-snapshot");
    }

    /** What customers were told, in its order. */
    List<String> said() {
        return jdbc
                .queryForList(
                        "SELECT payload FROM action WHERE verb LIKE '%send%' AND kind = 'reply'"
                                + " ORDER BY lane_position",
                        String.class)
                .stream()
                .map(DecideContext::tree)
                .map(payload ->
                        payload.path("body").path("text").path("content").asText())
                .toList();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    List<Long> positions() {
        return jdbc.queryForList("SELECT lane_position FROM action ORDER BY created_at, lane_position", Long.class);
    }

    List<Long> epochs() {
        return jdbc.queryForList("SELECT epoch FROM action", Long.class);
    }

    String actionId(String kind) {
        return String.valueOf(jdbc.queryForObject("SELECT id FROM action WHERE kind = ?", String.class, kind));
    }

    /** What goes to customers, whole, in its order. */
    List<JsonNode> payloads() {
        return jdbc
                .queryForList("SELECT payload FROM action WHERE kind = 'reply' ORDER BY lane_position", String.class)
                .stream()
                .map(DecideContext::tree)
                .toList();
    }

    /** How long after the decision each message to a customer is due, in milliseconds. */
    List<Long> pauses() {
        return jdbc.query(
                "SELECT created_at, due_at FROM action WHERE kind = 'reply' ORDER BY lane_position",
                (row, number) -> Duration.between(
                                row.getObject("created_at", OffsetDateTime.class),
                                row.getObject("due_at", OffsetDateTime.class))
                        .toMillis());
    }

    String payload(String kind) {
        return String.valueOf(jdbc.queryForObject("SELECT payload FROM action WHERE kind = ?", String.class, kind));
    }

    String outcome(String id) {
        return String.valueOf(jdbc.queryForObject(
                "SELECT outcome || ' ' || COALESCE(acting_rule, 'null') FROM event WHERE id = ?", String.class, id));
    }

    List<String> outcomes(String type) {
        return jdbc.queryForList(
                "SELECT outcome || ' ' || COALESCE(acting_rule, 'null') FROM event WHERE type = ? ORDER BY seq",
                String.class,
                type);
    }

    String explanation(String id) {
        return String.valueOf(jdbc.queryForObject("SELECT explanation FROM event WHERE id = ?", String.class, id));
    }

    @Nullable
    String understanding(String id) {
        return jdbc.queryForObject("SELECT understanding FROM event WHERE id = ?", String.class, id);
    }

    String conversationState() {
        return String.valueOf(jdbc.queryForObject("SELECT state FROM conversation", String.class));
    }

    long count(String table) {
        Long count = jdbc.queryForObject("SELECT count(*) FROM " + table, Long.class);
        return count == null ? 0 : count;
    }

    OptionalLong storedOffset() {
        return context.getBean(DecisionStore.class).nextOffset("esb.events", 0);
    }

    long lastOffset() {
        return offset - 1;
    }

    @Override
    public void close() {
        context.close();
    }
}
