package com.wecomesb.mapping;

import static com.wecomesb.mapping.SampleMappings.NO_CONTEXT;
import static com.wecomesb.mapping.SampleMappings.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

class PathPropertyTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A value put at any path and mapped from there to any other path stands there, and nothing else does. */
    @Property(tries = 300)
    void movesAValueFromAnyPathToAnyPath(
            @ForAll("paths") List<String> from, @ForAll("paths") List<String> to, @ForAll("texts") String value) {
        // Given
        Mapping there = table("{to: '" + join(from) + "', from: seed}");
        Mapping moved = table("{to: '" + join(to) + "', from: '" + join(from) + "'}");
        Mapping back = table("{to: seed, from: '" + join(to) + "'}");
        JsonNode seed = NODES.objectNode().put("seed", value);
        // When
        JsonNode result = back.apply(
                        moved.apply(there.apply(seed, NO_CONTEXT).result(), NO_CONTEXT)
                                .result(),
                        NO_CONTEXT)
                .result();
        // Then
        assertThat(result).isEqualTo(seed);
    }

    /** Items of a list keep their order and number, whatever is missing in them. */
    @Property(tries = 300)
    void keepsItemsTogether(@ForAll("items") List<ObjectNode> items) {
        // Given
        Mapping mapping = table("{to: 'l[].x', from: 'i[].a'}", "{to: 'l[].y.z', from: 'i[].b'}");
        ObjectNode source = NODES.objectNode();
        items.forEach(source.putArray("i")::add);
        ArrayNode expected = NODES.arrayNode();
        for (ObjectNode item : items) {
            ObjectNode target = expected.addObject();
            if (item.has("a")) {
                target.set("x", item.get("a"));
            }
            if (item.has("b")) {
                target.putObject("y").set("z", item.get("b"));
            }
        }
        // When
        JsonNode result = mapping.apply(source, NO_CONTEXT).result();
        // Then
        assertThat(result.path("l")).hasSize(items.size());
        for (int index = 0; index < items.size(); index++) {
            assertThat(result.path("l").path(index).path("x"))
                    .isEqualTo(expected.path(index).path("x"));
            assertThat(result.path("l").path(index).at("/y/z"))
                    .isEqualTo(expected.path(index).at("/y/z"));
        }
    }

    /** No document breaks a mapping: what does not fit is a violation or nothing. */
    @Property(tries = 300)
    void survivesEveryDocument(@ForAll("documents") JsonNode document) {
        // Given
        Mapping mapping = table(
                "{to: a, from: a.b, steps: [trim, upper]}",
                "{to: 'l[].x', from: 'a[].b'}",
                "{to: all, from: 'a[].b[].a', steps: [{join: ','}]}",
                "{to: t, text: '{{ a.b }}{{ b }}'}");
        // When
        MappingResult result = mapping.apply(document, NO_CONTEXT);
        // Then
        assertThat(result.result().isObject()).isTrue();
    }

    @Provide
    Arbitrary<List<String>> paths() {
        Arbitrary<String> name = Arbitraries.of("a", "b-c", "姓名", "__class__", "x 1");
        Arbitrary<String> index = Arbitraries.integers().between(0, 3).map(number -> "[" + number + "]");
        return Combinators.combine(name, Arbitraries.oneOf(name, index).list().ofMaxSize(4))
                .as((first, rest) -> {
                    List<String> path = new ArrayList<>(rest);
                    path.add(0, first);
                    return path;
                });
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMinLength(1).ofMaxLength(8);
    }

    @Provide
    Arbitrary<List<ObjectNode>> items() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 9).injectNull(0.3);
        return Combinators.combine(number, number)
                .as((a, b) -> {
                    ObjectNode item = NODES.objectNode();
                    if (a != null) {
                        item.put("a", a);
                    }
                    if (b != null) {
                        item.put("b", b);
                    }
                    return item;
                })
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<JsonNode> documents() {
        Arbitrary<JsonNode> scalar = Arbitraries.of(
                NODES.textNode(""),
                NODES.textNode("𠮷"),
                NODES.numberNode(1),
                NODES.booleanNode(false),
                NODES.nullNode());
        return Arbitraries.recursive(() -> scalar, PathPropertyTest::deeper, 0, 4);
    }

    private static Arbitrary<JsonNode> deeper(Arbitrary<JsonNode> inner) {
        Arbitrary<JsonNode> list =
                inner.list().ofMaxSize(3).map(items -> NODES.arrayNode().addAll(items));
        Arbitrary<JsonNode> object = Combinators.combine(inner, inner)
                .as((a, b) -> NODES.objectNode().<ObjectNode>set("a", a).<ObjectNode>set("b", b));
        return Arbitraries.oneOf(inner, list, object);
    }

    private static String join(List<String> path) {
        return String.join(".", path).replace(".[", "[");
    }
}
