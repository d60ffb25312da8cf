package com.wecomesb.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.CallContext;
import com.wecomesb.connector.ConnectorCalls;
import com.wecomesb.connector.ConnectorCalls.Answer;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.change.SystemRecords;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.connector.link.Link;
import com.wecomesb.connector.link.Links;
import com.wecomesb.sync.ContactWrites.Write;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Calls of other systems that know the link table: a contact's record is looked at before it is written, only what
 * changed is sent, and every record that a call made or changed is linked afterwards.
 */
@Component
public class SystemWrites {

    private static final String KIND = "contact";
    private static final String CONTACT_UPSERT = "contact-upsert";

    private final ConnectorCalls connectors;
    private final ContactWrites contacts;
    private final Links links;
    private final SystemRecords records;
    private final Supplier<SyncPlan> plan;

    SystemWrites(
            ConnectorCalls connectors,
            ContactWrites contacts,
            Links links,
            SystemRecords records,
            Supplier<SyncPlan> plan) {
        this.connectors = connectors;
        this.contacts = contacts;
        this.links = links;
        this.records = records;
        this.plan = plan;
    }

    /**
     * What a call came to.
     *
     * @param answer for rules and outcomes
     * @param theirs the id or number of the record there; null when the system gave none
     */
    public record Done(JsonNode answer, @Nullable String theirs) {}

    /**
     * Performs a verb; {@link com.wecomesb.connector.ConnectorFailed} whenever its effect is not certain.
     *
     * @param contact whom it is about, if anybody
     */
    public Done call(String system, String verb, JsonNode document, CallContext context, @Nullable String contact) {
        if (verb.equals(CONTACT_UPSERT)) {
            return upsert(system, document, context);
        }
        Answer answer = connectors.answer(system, verb, document, context);
        note(system, verb, document, context, answer, contact);
        // What people call it.
        String number = answer.canonical()
                .path("number")
                .asText(answer.canonical().path("id").asText(""));
        return new Done(answer.canonical(), number.isEmpty() ? null : number);
    }

    private Done upsert(String system, JsonNode document, CallContext context) {
        String contact = contacts.contact(document);
        contacts.link(system, contact).ifPresent(link -> look(link));
        Write write = contacts.prepare(system, contact, document);
        Link link = write.link();
        if (!write.needed() && link != null) {
            ObjectNode unchanged = JsonNodeFactory.instance.objectNode().put("unchanged", true);
            return new Done(unchanged.put("id", link.theirs()), link.theirs());
        }
        Answer answer = connectors.answer(
                system,
                CONTACT_UPSERT,
                write.document(),
                link == null
                        ? context
                        : context.about(link.theirs(), link.version(), write.changed())
                                .sharing(write.shared()));
        String known = link == null ? "" : link.theirs();
        String theirs = recordId(answer, known);
        if (!theirs.isEmpty()) {
            JsonNode readBack = answer.mapped() ? answer.canonical() : JsonNodeFactory.instance.objectNode();
            contacts.written(system, write, theirs, version(system, KIND, answer), readBack, said(system, answer));
        }
        return new Done(answer.canonical(), theirs.isEmpty() ? null : theirs);
    }

    /** What our request says by itself when it is read as a record of theirs, the mapping's defaults among it. */
    private JsonNode said(String system, Answer answer) {
        try {
            return answer.mapped()
                    ? connectors.canonical(system, KIND, answer.request())
                    : JsonNodeFactory.instance.objectNode();
        } catch (ConnectorFailed notRead) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** What somebody changed there meanwhile is taken over, or is a conflict, before ours is written over it. */
    private void look(Link link) {
        boolean bothWays = plan.get()
                .of(link.system(), link.kind())
                .filter(rule -> rule.comesIn() && rule.goesOut())
                .isPresent();
        if (bothWays && records.canRead(link.system(), link.kind())) {
            Optional<FetchedRecord> found = records.find(link.system(), link.kind(), link.theirs());
            found.ifPresentOrElse(links::arrived, () -> contacts.gone(link));
        }
    }

    private void note(
            String system,
            String verb,
            JsonNode document,
            CallContext context,
            Answer answer,
            @Nullable String contact) {
        String kind = verb.equals("ticket-comment") ? "comment" : verb.substring(0, Math.max(0, verb.indexOf('-')));
        String theirs = recordId(answer, "");
        JsonNode said = answer.mapped() ? answer.canonical() : document;
        String version = version(system, kind, answer);
        if (verb.endsWith("-update")) {
            String id = theirs.isEmpty() ? document.path("id").asText("") : theirs;
            links.ours(system, kind, id).ifPresent(ours -> links.written(system, kind, ours, id, version, said));
        } else if (!theirs.isEmpty() && (verb.equals("ticket-create") || verb.equals("ticket-comment"))) {
            links.written(system, kind, context.externalId(), theirs, version, said);
            if (contact != null) {
                links.belongs(system, kind, theirs, contacts.now(contact));
            }
        }
    }

    private String version(String system, String kind, Answer answer) {
        return answer.mapped() ? records.version(system, kind, answer.raw(), answer.canonical()) : "";
    }

    /** By which the system knows the record: a contact's own id is ours. */
    private static String recordId(Answer answer, String otherwise) {
        for (JsonNode id :
                List.of(answer.canonical().path("recordId"), answer.raw().path("id"))) {
            if (!id.asText("").isEmpty()) {
                return id.asText();
            }
        }
        return otherwise;
    }
}
