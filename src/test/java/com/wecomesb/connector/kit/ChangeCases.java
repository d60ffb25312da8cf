package com.wecomesb.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectorFailed.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is tried with a poll for changes; here the kit is the caller who keeps the cursor. */
final class ChangeCases {

    /** How many pages a caller asks for before it stops believing. */
    private static final int PATIENCE = 20;

    private final KitBus bus;
    private final KitFile kit;
    private final KitCall call;

    private ChangeCases(KitBus bus, KitFile kit, KitCall call) {
        this.bus = bus;
        this.kit = kit;
        this.call = call;
    }

    static List<KitCase> of(KitBus bus, KitFile kit, KitCall call) {
        ChangeCases cases = new ChangeCases(bus, kit, call);
        List<KitCase> all = new ArrayList<>();
        all.add(new KitCase(KitRule.WATERMARK, call.name() + ": all pages, each record whole", cases::allPages));
        all.add(new KitCase(KitRule.WATERMARK, call.name() + ": our clock does not matter", cases::anyClock));
        all.add(new KitCase(KitRule.PAGES, call.name() + ": the same page for ever", cases::endlessPage));
        all.add(new KitCase(KitRule.PAGES, call.name() + ": a page twice", cases::pageTwice));
        if (!call.gone().isEmpty()) {
            all.add(new KitCase(KitRule.DELETED, call.name() + ": gone before it was fetched", cases::goneBetween));
        }
        return all;
    }

    private void allPages() {
        // Given
        List<String> ids = new ArrayList<>();
        JsonNode cursor = call.document().path("cursor");
        List<List<Capture>> pages =
                Stream.concat(Stream.of(call.steps()), call.next().stream()).toList();
        // When
        for (int page = 0; page < pages.size(); page++) {
            JsonNode answer = page(cursor, Script.of(pages.get(page), kit.asides()));
            answer.path("records").forEach(record -> {
                ids.add(record.path("id").asText());
                assertThat(record.path("version").asText())
                        .as("the version of " + record)
                        .isNotEmpty();
                assertThat(record.path("record").isObject()
                                || record.path("deleted").asBoolean())
                        .as("a record with its fields, or deleted: " + record)
                        .isTrue();
            });
            assertThat(answer.path("more").asBoolean())
                    .as("more after page " + (page + 1))
                    .isEqualTo(page < pages.size() - 1);
            cursor = answer.path("cursor");
            assertThat(cursor.isNull() || cursor.isMissingNode())
                    .as("no cursor after page " + (page + 1))
                    .isFalse();
        }
        // Then
        assertThat(ids)
                .as("the ids of all pages")
                .containsExactlyElementsOf(
                        KitFile.stream(call.result()).map(JsonNode::asText).toList());
    }

    private void anyClock() {
        // Given
        Script script = Script.of(call.steps(), kit.asides());
        // When
        Outcome today = bus.call(kit, call, script);
        Outcome later = bus.call(kit, call, call.document(), script, Duration.ofDays(400));
        // Then
        assertThat(later.sent()).isEqualTo(today.sent());
        assertThat(later.answer()).isEqualTo(today.answer());
    }

    /** A system that does not know the cursor says the same again and again: sooner or later nothing new comes of it, or it is told. */
    private void endlessPage() {
        // Given
        JsonNode cursor = call.document().path("cursor");
        Set<String> seen = new HashSet<>();
        int pages = 0;
        boolean more = true;
        // When
        while (more && pages < PATIENCE) {
            Outcome outcome = bus.call(kit, call, asking(cursor), anyRequest(), Duration.ZERO);
            if (outcome.failure() != null) {
                assertThat(outcome.failed().kind())
                        .as("the kind of the failure")
                        .isEqualTo(Kind.PERMANENT);
                break;
            }
            JsonNode answer = outcome.answer();
            boolean news = false;
            for (JsonNode record : answer.path("records")) {
                news |= seen.add(record.path("id").asText() + " "
                        + record.path("version").asText());
            }
            more = answer.path("more").asBoolean()
                    && (news || !answer.path("cursor").equals(cursor));
            cursor = answer.path("cursor");
            pages++;
        }
        // Then
        assertThat(pages).as("pages, although nothing new came").isLessThan(PATIENCE);
    }

    /** Says what the first page said, whatever the request. */
    private Script anyRequest() {
        return Script.anything(call.steps(), kit.asides());
    }

    private void pageTwice() {
        // When
        JsonNode first = page(call.document().path("cursor"), Script.of(call.steps(), kit.asides()));
        JsonNode second = page(call.document().path("cursor"), Script.of(call.steps(), kit.asides()));
        // Then
        assertThat(second).isEqualTo(first);
    }

    private void goneBetween() {
        // When
        JsonNode answer = page(call.document().path("cursor"), Script.of(call.gone(), kit.asides()));
        // Then
        assertThat(answer.path("records").isArray())
                .as("a list of records: " + answer)
                .isTrue();
        answer.path("records")
                .forEach(record -> assertThat(record.path("record").isObject()
                                || record.path("deleted").asBoolean())
                        .as("a record with its fields, or deleted: " + record)
                        .isTrue());
    }

    private ObjectNode asking(JsonNode cursor) {
        ObjectNode request = call.document().deepCopy();
        return request.set("cursor", cursor);
    }

    private JsonNode page(JsonNode cursor, Script script) {
        Outcome outcome = bus.call(kit, call, asking(cursor), script, Duration.ZERO);
        assertThat(outcome.unexpected())
                .as("requests that are not in the captures")
                .isEmpty();
        return outcome.answer();
    }
}
