package com.wecomesb.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.connector.link.FieldState;
import com.wecomesb.connector.link.Fields;
import com.wecomesb.connector.link.Fields.Hashed;
import com.wecomesb.connector.link.Link;
import com.wecomesb.connector.link.Versions;
import com.wecomesb.conversation.Contact;
import com.wecomesb.conversation.ContactDocument;
import com.wecomesb.sync.Conflict.Winner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Brings what a record says and what our contact says together, field by field; in memory, nothing else. */
final class ContactMerge {
    private final Fields fields;
    private final SyncRule rule;

    ContactMerge(Fields fields, SyncRule rule) {
        this.fields = fields;
        this.rule = rule;
    }

    /**
     * What is known before.
     *
     * @param first whether both sides have never been compared
     * @param open conflicts that wait for a person, by field
     * @param changedHere when we changed fields
     */
    record Situation(
            Link link,
            Contact contact,
            boolean first,
            Map<String, Conflict> open,
            Map<String, Instant> changedHere,
            Instant now) {}

    /**
     * What comes of it.
     *
     * @param contact ours, as it is now
     * @param states of the link's fields that changed
     * @param news fields that are new there
     * @param taken fields that were taken over
     * @param conflicts new ones, and others that have changed
     */
    record Merged(
            Contact contact,
            Map<String, FieldState> states,
            Set<String> news,
            Set<String> taken,
            List<Conflict> conflicts) {}

    Merged merge(FetchedRecord record, Situation situation) {
        Map<String, JsonNode> arrived = new HashMap<>();
        Fields.each(record.canonical(), arrived::put);
        Merging merging = new Merging(record, situation, arrived);
        Set<String> names = new TreeSet<>(situation.link().fields().keySet());
        names.addAll(arrived.keySet());
        Fields.each(ContactDocument.of(situation.contact()), (name, value) -> names.add(name));
        names.forEach(merging::field);
        return new Merged(merging.contact, merging.states, merging.news, merging.taken, merging.conflicts);
    }

    /** When the record says that it was changed. */
    static Instant changedThere(FetchedRecord record, Instant otherwise) {
        return Versions.time(record.canonical().path("updatedAt").asText(""))
                .or(() -> Versions.time(record.version()))
                .orElse(otherwise);
    }

    private final class Merging {

        private final FetchedRecord record;
        private final Situation situation;
        private final Map<String, JsonNode> arrived;
        private final Map<String, FieldState> states = new HashMap<>();
        private final Set<String> news = new TreeSet<>();
        private final Set<String> taken = new TreeSet<>();
        private final List<Conflict> conflicts = new ArrayList<>();
        private Contact contact;

        Merging(FetchedRecord record, Situation situation, Map<String, JsonNode> arrived) {
            this.record = record;
            this.situation = situation;
            this.arrived = arrived;
            this.contact = situation.contact();
        }

        void field(String name) {
            FieldState last = situation.link().field(name);
            JsonNode value = arrived.get(name);
            Hashed theirs = value == null ? null : fields.hashed(name, value);
            if (last.isNews(theirs)) {
                news.add(name);
            }
            FieldRule known = rule.field(name).orElse(null);
            if (known == null) {
                note(name, last, last.noted(theirs));
                return;
            }
            Hashed ours = ours(name, theirs);
            switch (FieldVerdict.of(last, ours, theirs, known, situation.first())) {
                case AGREED -> {
                    note(name, last, last.agreed(ours, theirs));
                    close(name, Winner.AGREED);
                }
                case TAKE -> {
                    take(name, last, theirs);
                    close(name, Winner.TARGET);
                }
                case KEEP -> {
                    note(name, last, last.noted(theirs));
                    close(name, Winner.SOURCE);
                }
                case CONFLICT -> conflict(name, last, theirs, known.conflicts());
            }
        }

        /** What both say in the same words is hashed once. */
        private @Nullable Hashed ours(String name, @Nullable Hashed theirs) {
            JsonNode ours = ContactDocument.value(contact, name);
            return ours.equals(arrived.get(name)) ? theirs : fields.hashed(name, ours);
        }

        private void note(String name, FieldState last, FieldState now) {
            if (!now.equals(last)) {
                states.put(name, now);
            }
        }

        private void take(String name, FieldState last, @Nullable Hashed theirs) {
            contact = ContactDocument.with(contact, name, value(name));
            // What a contact cannot hold was changed on the way.
            states.put(name, last.agreed(ours(name, theirs), theirs));
            taken.add(name);
        }

        private JsonNode value(String name) {
            JsonNode value = arrived.get(name);
            return value == null ? MissingNode.getInstance() : value;
        }

        private void conflict(String name, FieldState last, @Nullable Hashed theirs, Policy policy) {
            Winner winner = winner(name, policy);
            Conflict before = situation.open().get(name);
            conflicts.add(new Conflict(
                    before == null ? 0 : before.id(),
                    record.system(),
                    record.kind(),
                    record.id(),
                    contact.id(),
                    name,
                    ContactDocument.value(contact, name),
                    value(name),
                    situation.changedHere().get(name),
                    changedThere(record, situation.now()),
                    policy.word(),
                    winner,
                    winner == null ? null : policy.word(),
                    situation.now()));
            if (winner == Winner.TARGET) {
                take(name, last, theirs);
            } else if (winner == Winner.SOURCE) {
                note(name, last, last.owed(theirs));
            }
        }

        private @Nullable Winner winner(String name, Policy policy) {
            return switch (policy) {
                case SOURCE -> Winner.SOURCE;
                case TARGET -> Winner.TARGET;
                case REVIEW -> null;
                case NEWEST ->
                    situation
                                    .changedHere()
                                    .getOrDefault(name, contact.metAt())
                                    .isAfter(changedThere(record, situation.now()))
                            ? Winner.SOURCE
                            : Winner.TARGET;
            };
        }

        private void close(String name, Winner winner) {
            Conflict open = situation.open().get(name);
            if (open != null) {
                conflicts.add(open.decided(winner, "sync"));
            }
        }
    }
}
