package com.wecomesb.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.action.ActionRows;
import com.wecomesb.decision.Accounts;
import com.wecomesb.decision.PastEvents;
import com.wecomesb.document.DurationText;
import com.wecomesb.rule.condition.Counted;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contacts and their latest conversations as a question to {@code rules/explain} describes them. */
@Repository
class StoredContacts {

    private final JdbcClient jdbc;
    private final PastEvents past;
    private final ObjectMapper json;
    private final Clock clock;

    StoredContacts(JdbcClient jdbc, PastEvents past, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.past = past;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The request with what is known of the contact that it names, by our id or by what WeCom calls it. What the request
     * says itself of the conversation stays.
     *
     * @param request whose {@code contact} is a text
     * @param counted which of its past events have to be known
     * @return nothing if nobody is known by that name
     */
    Optional<ObjectNode> describe(JsonNode request, Accounts accounts, Counted counted) {
        return contact(request.path("contact").asText()).map(contact -> {
            ObjectNode described = request.deepCopy();
            described.set("contact", contact);
            described.set("past", past(contact.path("id").asText(), counted));
            conversation(
                            contact.path("id").asText(),
                            request.path("event").path("channel").asText(""),
                            accounts)
                    .ifPresent(conversation -> fill(described, conversation));
            return described;
        });
    }

    private ObjectNode past(String contactId, Counted counted) {
        ObjectNode times = json.createObjectNode();
        past.of(Set.of(contactId), counted, clock.instant())
                .forEach((kind, latest) -> latest.forEach(
                        at -> times.withArrayProperty(kind.eventType()).add(at.toString())));
        return times;
    }

    private record Latest(ObjectNode conversation, String channel, String app, String account) {}

    private static void fill(ObjectNode described, Latest latest) {
        if (!described.has("conversation")) {
            described.set("conversation", latest.conversation());
        }
        ObjectNode event = described.withObjectProperty("event");
        event.put("channel", latest.channel());
        if (!event.has("account")) {
            event.put("account", latest.account()).put("app", latest.app());
        }
    }

    private Optional<ObjectNode> contact(String name) {
        return jdbc.sql("SELECT id, name, attributes, created_at FROM contact WHERE id = :name OR id IN"
                        + " (SELECT contact_id FROM contact_identity WHERE identity_value = :name) ORDER BY id LIMIT 1")
                .param("name", name)
                .query((row, number) -> contact(row))
                .optional();
    }

    private ObjectNode contact(ResultSet row) throws SQLException {
        String id = row.getString("id");
        ObjectNode contact = object(row.getString("attributes"));
        contact.put("id", id);
        if (row.getString("name") != null) {
            contact.put("name", row.getString("name"));
        }
        contact.put(
                "met",
                Objects.requireNonNull(ActionRows.instant(row, "created_at")).toString());
        jdbc.sql("SELECT tag FROM contact_tag WHERE contact_id = :id ORDER BY tag")
                .param("id", id)
                .query(String.class)
                .list()
                .forEach(contact.putArray("tags")::add);
        ObjectNode identities = contact.putObject("identities");
        jdbc.sql("SELECT kind, identity_value FROM contact_identity WHERE contact_id = :id")
                .param("id", id)
                .query(identity -> {
                    identities.withArrayProperty(identity.getString("kind")).add(identity.getString("identity_value"));
                });
        return contact;
    }

    private Optional<Latest> conversation(String contactId, String channel, Accounts accounts) {
        return jdbc.sql("SELECT * FROM conversation WHERE contact_id = :id AND (:channel = '' OR channel = :channel)"
                        + " ORDER BY updated_at DESC LIMIT 1")
                .param("id", contactId)
                .param("channel", channel)
                .query((row, number) -> latest(row, accounts))
                .optional();
    }

    private Latest latest(ResultSet row, Accounts accounts) throws SQLException {
        ObjectNode conversation = json.createObjectNode();
        conversation.put("state", row.getString("state")).put("unanswered", row.getInt("unanswered"));
        since(conversation, "silent", ActionRows.instant(row, "last_customer_at"));
        since(conversation, "replied", ActionRows.instant(row, "last_reply_at"));
        put(conversation, "last-rule", row.getString("last_rule"));
        put(conversation, "last-reply", row.getString("last_reply"));
        conversation.set("variables", object(row.getString("variables")));
        String app = row.getString("app");
        String channel = row.getString("channel");
        String account = channel.equals("kf")
                ? accounts.forKf(app, row.getString("account")).name()
                : accounts.forApp(app).name();
        return new Latest(conversation, channel, app, account);
    }

    private void since(ObjectNode into, String name, @Nullable Instant at) {
        if (at != null) {
            long seconds = Math.max(0, Duration.between(at, clock.instant()).toSeconds());
            into.put(name, DurationText.of(Duration.ofSeconds(seconds)));
        }
    }

    private static void put(ObjectNode into, String name, @Nullable String value) {
        if (value != null) {
            into.put(name, value);
        }
    }

    private ObjectNode object(@Nullable String text) {
        try {
            return text != null && json.readTree(text) instanceof ObjectNode object ? object : json.createObjectNode();
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
