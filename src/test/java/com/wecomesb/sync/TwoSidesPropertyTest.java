package com.wecomesb.sync;

import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.wecomesb.connector.link.FetchedRecord;
import com.wecomesb.conversation.ContactDocument;
import com.wecomesb.database.TestDatabase;
import com.wecomesb.sync.Conflict.Winner;
import com.wecomesb.sync.ContactWrites.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Both sides are changed at random, read and written at random; in the end they say the same. */
class TwoSidesPropertyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FIELDS = List.of("company", "stage", "remark", "attributes.level");
    private static final List<String> VALUES = List.of("甲", "乙", "e\u0301", "𠮷😀", "一\n二", "a ");
    private static final String PLAN = """
            sync:
              - {system: crm, conflicts: newest, fields: {name: , company: source, stage: target, remark: newest, attributes: review}}
            """;

    /** What happens in one step. */
    enum What {
        CHANGED_HERE,
        CHANGED_THERE,
        READ,
        WRITTEN
    }

    record Step(What what, String field, String value) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of(What.class), Arbitraries.of(FIELDS), Arbitraries.of(VALUES))
                .as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(25);
    }

    @Property(tries = 40)
    void endsEqualWithEveryConflictRecorded(@ForAll("steps") List<Step> steps) {
        try (SyncContext context = new SyncContext(TestDatabase.H2.migrated())) {
            // Given
            context.plan(PLAN);
            Sides sides = new Sides(context);

            // When
            steps.forEach(sides::happens);
            sides.settle();
            decideOpenOnes(context);
            sides.settle();

            // Then
            for (String field : FIELDS) {
                assertThat(sides.ours(field)).as(field).isEqualTo(sides.theirs(field));
            }
            List<Conflict> recorded = context.get(Conflicts.class).below(null, Long.MAX_VALUE, 1000);
            assertThat(recorded).allMatch(conflict -> !conflict.isOpen());
            Set<String> fields = new HashSet<>();
            recorded.forEach(conflict -> fields.add(conflict.field()));
            assertThat(fields).containsExactlyInAnyOrderElementsOf(sides.conflicting);
        }
    }

    private static void decideOpenOnes(SyncContext context) {
        Winner[] winners = {Winner.SOURCE, Winner.TARGET};
        context.get(Conflicts.class)
                .below("OPEN", Long.MAX_VALUE, 1000)
                .forEach(conflict -> context.get(ConflictDecisions.class)
                        .decide(conflict.id(), winners[(int) (conflict.id() % 2)], null, "王芳"));
    }

    /** Our contact, and a system that stores line ends and characters in its own way. */
    private static final class Sides {

        private final SyncContext context;
        private final ObjectNode record = JSON.createObjectNode().put("name", "王芳");
        private final String contact;
        private final Set<String> conflicting = new HashSet<>();
        private final Set<String> changedHere = new HashSet<>();
        private final Set<String> changedThere = new HashSet<>();
        private final Map<String, String> agreedHere = new HashMap<>();
        private final Map<String, String> readThere = new HashMap<>();
        private int version;

        Sides(SyncContext context) {
            this.context = context;
            contact = context.links().arrived(fetched()).ours().orElseThrow();
        }

        void happens(Step step) {
            context.clock().advance(Duration.ofSeconds(1));
            switch (step.what()) {
                case CHANGED_HERE -> changeHere(step.field(), step.value());
                case CHANGED_THERE -> changeThere(step.field(), step.value());
                case READ -> read();
                case WRITTEN -> write();
            }
        }

        private void changeHere(String field, String value) {
            if (!ours(field).equals(value.strip())) {
                context.set(contact, field, TextNode.valueOf(value));
                mark(changedHere, field, !ours(field).equals(agreedHere.getOrDefault(field, "")));
            }
        }

        private void changeThere(String field, String value) {
            if (!theirs(field).equals(value.strip())) {
                put(field, value);
                version++;
                mark(changedThere, field, !theirs(field).equals(readThere.getOrDefault(field, "")));
            }
        }

        /** What was changed back before anybody looked was not changed. */
        private static void mark(Set<String> changed, String field, boolean isChanged) {
            if (isChanged) {
                changed.add(field);
            } else {
                changed.remove(field);
            }
        }

        private void read() {
            for (String field : FIELDS) {
                if (changedHere.contains(field)
                        && changedThere.contains(field)
                        && !ours(field).equals(theirs(field))) {
                    conflicting.add(field);
                }
            }
            context.links().arrived(fetched());
            FIELDS.stream().filter(field -> ours(field).equals(theirs(field))).forEach(this::agreed);
            if (!open().contains("stage")) {
                changedThere.remove("stage");
            }
            changedThere.removeIf(field -> !open().contains(field));
            FIELDS.stream()
                    .filter(field -> !changedThere.contains(field))
                    .forEach(field -> readThere.put(field, theirs(field)));
        }

        /** As a worker does: what is there is looked at before it is written over. */
        private void write() {
            read();
            ContactWrites writes = context.get(ContactWrites.class);
            Write write = writes.prepare("crm", contact, json("{}"));
            if (!write.needed()) {
                return;
            }
            List<String> sent = new ArrayList<>(write.changed());
            sent.forEach(field -> put(
                    field,
                    ContactDocument.value(context.contact(contact), field).asText()));
            version++;
            writes.written("crm", write, "7", version(), fetched().canonical(), json("{}"));
            sent.forEach(this::agreed);
        }

        void settle() {
            write();
            write();
        }

        private void agreed(String field) {
            changedHere.remove(field);
            changedThere.remove(field);
            agreedHere.put(field, ours(field));
            readThere.put(field, theirs(field));
        }

        private Set<String> open() {
            Set<String> open = new HashSet<>();
            context.get(Conflicts.class).below("OPEN", Long.MAX_VALUE, 100).forEach(one -> open.add(one.field()));
            return open;
        }

        private void put(String field, String value) {
            String kept = value.replace("\n", "\r\n").strip();
            if (field.startsWith("attributes.")) {
                record.withObjectProperty("attributes").put(field.substring(11), kept);
            } else {
                record.put(field, kept);
            }
        }

        private FetchedRecord fetched() {
            return new FetchedRecord("crm", "contact", "7", version(), false, record.deepCopy());
        }

        private String version() {
            return context.clock().instant().minusMillis(1).toString().substring(0, 19) + "." + (1000 + version) + "Z";
        }

        String ours(String field) {
            return normal(ContactDocument.value(context.contact(contact), field));
        }

        String theirs(String field) {
            return normal(
                    field.startsWith("attributes.")
                            ? record.path("attributes").path(field.substring(11))
                            : record.path(field));
        }

        private static String normal(JsonNode value) {
            return value.asText("").replace("\r\n", "\n").strip();
        }
    }
}
