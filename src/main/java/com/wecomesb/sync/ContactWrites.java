package com.wecomesb.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.link.FieldState;
import com.wecomesb.connector.link.Fields;
import com.wecomesb.connector.link.Fields.Hashed;
import com.wecomesb.connector.link.Link;
import com.wecomesb.connector.link.LinkTable;
import com.wecomesb.connector.link.Versions;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.ContactDocument;
import com.wecomesb.conversation.Contacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of a contact is to be written to a system, and what is noted when it was. */
@Component
class ContactWrites {

    private static final String KIND = "contact";

    private final Contacts contacts;
    private final LinkTable links;
    private final Fields fields;
    private final Conflicts conflicts;
    private final Onward onward;
    private final Supplier<SyncPlan> plan;

    ContactWrites(
            Contacts contacts,
            LinkTable links,
            Fields fields,
            Conflicts conflicts,
            Onward onward,
            Supplier<SyncPlan> plan) {
        this.contacts = contacts;
        this.links = links;
        this.fields = fields;
        this.conflicts = conflicts;
        this.onward = onward;
        this.plan = plan;
    }

    /**
     * A write that is due.
     *
     * @param document the canonical contact as the system is to have it
     * @param link what is known of the record there; null when there is none
     * @param changed the fields that the system does not know yet; all when there is no link
     * @param needed whether there is anything to write
     */
    record Write(ObjectNode document, @Nullable Link link, Set<String> changed, boolean needed) {

        /** The changed fields that were the same on both sides when these last agreed. */
        Set<String> shared() {
            return changed.stream()
                    .filter(field -> link != null && link.field(field).isShared())
                    .collect(Collectors.toSet());
        }
    }

    /** The id of the contact that a document is about; who was merged into another is that one. */
    String contact(JsonNode document) {
        return now(document.path("id").asText(""));
    }

    /** Who a contact is by now: who was merged into another is that one. */
    String now(String contact) {
        return Optional.ofNullable(contacts.find(List.of(contact)).get(contact))
                .map(Contact::id)
                .orElse(contact);
    }

    Optional<Link> link(String system, String contact) {
        return links.ofContact(system, contact);
    }

    Write prepare(String system, String contactId, JsonNode asked) {
        Link link = links.ofContact(system, contactId).orElse(null);
        Contact contact = contacts.find(List.of(contactId)).get(contactId);
        ObjectNode document = contact == null ? asked.deepCopy() : ContactDocument.of(contact);
        overlay(document, asked, link);
        document.put("id", contactId);
        SyncRule rule = plan.get().of(system, KIND).orElse(null);
        if (link == null || rule == null) {
            return new Write(document, link, Set.of(), true);
        }
        Map<String, Conflict> held =
                conflicts.open(system, KIND, List.of(link.theirs())).getOrDefault(link.theirs(), Map.of());
        Set<String> changed = Outward.changed(link, rule, fields.hashes(document));
        changed.removeAll(held.keySet());
        // Who writes the whole record must not decide what a person is to decide.
        held.forEach((field, conflict) -> put(document, field, conflict.theirValue()));
        return new Write(document, link, changed, !changed.isEmpty());
    }

    /** What a rule wants to be written stands over what the contact says, unless it is late. */
    private void overlay(ObjectNode document, JsonNode asked, @Nullable Link link) {
        Map<String, JsonNode> known = new HashMap<>();
        Fields.each(document, known::put);
        Fields.each(asked, (field, value) -> {
            Hashed hashed = fields.hashed(field, value);
            String replaced = link == null ? null : link.field(field).before();
            boolean late =
                    hashed != null && known.containsKey(field) && hashed.hash().equals(replaced);
            if (hashed != null && !late) {
                put(document, field, value);
            }
        });
        for (String field : List.of("identities", "channel", "lastMessageAt")) {
            if (asked.has(field)) {
                document.set(field, asked.get(field));
            }
        }
    }

    private static void put(ObjectNode document, String field, JsonNode value) {
        if (field.startsWith("attributes.")) {
            document.withObjectProperty("attributes").set(field.substring("attributes.".length()), value);
        } else {
            document.set(field, value);
        }
    }

    /**
     * Notes what was written.
     *
     * @param theirs the record's id there
     * @param readBack the record as it is there now; fields that it does not have were not read
     * @param said what was sent, in canonical shape again, the mapping's own additions among it
     */
    @Transactional
    public void written(String system, Write write, String theirs, String version, JsonNode readBack, JsonNode said) {
        String asked = write.document().path("id").asText();
        // The contact first, as merges lock: while the write was on its way he may have become another.
        Contact now = contacts.lock(List.of(asked)).get(asked);
        Link link = links.lock(system, KIND, theirs);
        String contact = write.link() != null && link.ours() != null ? link.ours() : now == null ? asked : now.id();
        Map<String, Hashed> ours = fields.hashes(write.document());
        Map<String, Hashed> back = fields.hashes(readBack);
        Set<String> names = new TreeSet<>(ours.keySet());
        names.addAll(write.changed());
        boolean all = write.changed().isEmpty();
        Map<String, FieldState> states = new HashMap<>();
        for (String name : names) {
            if (all || write.changed().contains(name)) {
                Hashed our = ours.get(name);
                Hashed their = back.get(name);
                states.put(
                        name,
                        // What was emptied and is not in what was read back is empty there.
                        their == null && (our != null || readBack.isEmpty())
                                ? link.field(name).written(our)
                                : link.field(name).agreed(our, their));
            }
        }
        fields.hashes(said).forEach((name, added) -> {
            if (!ours.containsKey(name) && added.equals(back.get(name))) {
                // What the mapping puts in by itself is theirs, and no news when it comes back.
                states.put(name, link.field(name).noted(added));
            }
        });
        String newest = Versions.isOlder(version, link.version()) ? "" : version;
        Link.Origin origin = link.ours() == null ? Link.Origin.WRITTEN : link.origin();
        links.update(List.of(link.of(contact, contact, origin).at(newest, false).with(states)));
        if (now != null && !contact.equals(asked)) {
            onward.go(List.of(now));
        }
    }

    /** The record is not there any more. */
    @Transactional
    public void gone(Link link) {
        links.update(List.of(Objects.requireNonNull(links.lock(link.system(), link.kind(), link.theirs()))
                .at("", true)));
    }
}
