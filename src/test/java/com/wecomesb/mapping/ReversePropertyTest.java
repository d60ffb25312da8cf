package com.wecomesb.mapping;

import static com.wecomesb.mapping.SampleMappings.NO_CONTEXT;
import static com.wecomesb.mapping.SampleMappings.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** {@code reverse(forward(x)) = x}: tables of random lines that can be turned round, and documents that they read whole. */
class ReversePropertyTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A line's ways of writing its value, and values that it may have; {@code #} is the line's number. */
    private record Part(String there, String steps, Arbitrary<JsonNode> values) {}

    private static final Arbitrary<JsonNode> TEXTS = Arbitraries.strings()
            .all()
            .ofMinLength(1)
            .ofMaxLength(6)
            .filter(text -> text.codePoints().noneMatch(character -> character >= 0xD800 && character < 0xE000))
            .map(text -> NODES.textNode(text));
    private static final Arbitrary<JsonNode> WHOLE = Arbitraries.longs()
            .between(-999_999_999_999L, 999_999_999_999L)
            .map(number -> NODES.numberNode((long) number));

    private static final List<Part> PARTS = List.of(
            new Part("x#", "[]", TEXTS),
            new Part("deep.er.x#", "[{prefix: p}, {suffix: 后}]", TEXTS),
            new Part("'list#[2]'", "[url-encode]", TEXTS),
            new Part("'custom[id=#].value'", "[]", WHOLE),
            new Part("money#", "[fen-to-yuan]", WHOLE),
            new Part(
                    "time#",
                    "[{date: {from: epoch-seconds, to: 'yyyy/MM/dd HH:mm:ss', to-zone: America/New_York}}]",
                    Arbitraries.longs()
                            .between(1_767_600_000L, 1_767_900_000L)
                            .map(number -> NODES.numberNode((long) number))),
            new Part(
                    "date#",
                    "[{date: {from: yyyyMMddHHmmssSSS, to: iso}}]",
                    Arbitraries.integers()
                            .between(1000, 2359)
                            .filter(clock -> clock % 100 < 60)
                            .map(clock -> NODES.textNode("20260305" + clock + "07123"))),
            new Part(
                    "stage#",
                    "[{lookup: {new: NEW, 7: SEVEN, true: YES}}]",
                    Arbitraries.of(NODES.textNode("new"), NODES.numberNode(7L), NODES.booleanNode(true))));

    /** One line of a table with the value that its source has. */
    private record Drawn(Part part, JsonNode value) {}

    @Property(tries = 300)
    void bringsEveryDocumentBack(@ForAll("drawn") List<Drawn> drawn, @ForAll("items") List<List<Drawn>> items) {
        // Given
        StringBuilder table = new StringBuilder("mapping: a-to-b\nreverse: true\nfields:\n");
        ObjectNode document = NODES.objectNode();
        for (int number = 0; number < drawn.size(); number++) {
            table.append("  - ").append(line(drawn.get(number).part(), number)).append('\n');
            document.withObject("/from").set("f" + number, drawn.get(number).value());
        }
        table.append("  - {to: block.items, each: rows, fields: [")
                .append(rowLines())
                .append("]}\n");
        table.append("  - {to: 'flat[].v.w', from: 'flats[].u'}\n");
        for (List<Drawn> item : items) {
            ObjectNode row = document.withArray("/rows").addObject();
            ObjectNode flat = document.withArray("/flats").addObject();
            for (Drawn field : item) {
                row.withObject("/from").set("f" + PARTS.indexOf(field.part()), field.value());
                flat.set("u", field.value());
            }
        }
        MappingSet mappings = set("a-to-b", table.toString());
        // When
        MappingResult there = mappings.find("a-to-b").orElseThrow().apply(document, NO_CONTEXT);
        MappingResult back = mappings.find("b-to-a").orElseThrow().apply(there.result(), NO_CONTEXT);
        // Then
        assertThat(there.violations()).isEmpty();
        assertThat(back.violations()).isEmpty();
        assertThat(isSame(document, back.result()))
                .as("%s is %s", document, back.result())
                .isTrue();
    }

    private static String rowLines() {
        List<String> lines = new ArrayList<>();
        for (Part part : PARTS) {
            lines.add(line(part, PARTS.indexOf(part)));
        }
        return String.join(", ", lines);
    }

    private static String line(Part part, int number) {
        return "{to: " + part.there().replace("#", String.valueOf(number)) + ", from: from.f" + number + ", steps: "
                + part.steps() + "}";
    }

    /** The order of fields has no meaning, nor how many bytes hold a number. */
    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.equals(
                (left, right) -> left.isNumber() && right.isNumber()
                        ? left.decimalValue().compareTo(right.decimalValue())
                        : left.equals(right) ? 0 : 1,
                other);
    }

    @Provide
    Arbitrary<List<Drawn>> drawn() {
        return one().list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<List<Drawn>>> items() {
        return one().list().ofMaxSize(4).list().ofMaxSize(4);
    }

    private static Arbitrary<Drawn> one() {
        return Arbitraries.of(PARTS)
                .flatMap(part -> Combinators.combine(Arbitraries.just(part), part.values())
                        .as(Drawn::new));
    }
}
