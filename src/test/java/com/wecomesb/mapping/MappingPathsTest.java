package com.wecomesb.mapping;

import static com.wecomesb.mapping.SampleMappings.NO_CONTEXT;
import static com.wecomesb.mapping.SampleMappings.assertMaps;
import static com.wecomesb.mapping.SampleMappings.json;
import static com.wecomesb.mapping.SampleMappings.mapping;
import static com.wecomesb.mapping.SampleMappings.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From where to where a line of a mapping takes a value. */
class MappingPathsTest {

    static Stream<Arguments> paths() {
        return Stream.of(
                argumentSet("field", "{to: b, from: a}", "{a: 1}", "{b: 1}"),
                argumentSet("nested on both sides", "{to: x.y.z, from: a.b}", "{a: {b: t}}", "{x: {y: {z: t}}}"),
                argumentSet("Chinese names", "{to: 客户.姓名, from: name}", "{name: 王芳}", "{客户: {姓名: 王芳}}"),
                argumentSet("item", "{to: phone, from: 'phones[1]'}", "{phones: [a, b]}", "{phone: b}"),
                argumentSet("into an item", "{to: 'p[1].v', from: a}", "{a: 1}", "{p: [null, {v: 1}]}"),
                argumentSet(
                        "each to each",
                        "{to: 'l[].sku', from: 'i[].id'}",
                        "{i: [{id: 1}, {id: 2}]}",
                        "{l: [{sku: 1}, {sku: 2}]}"),
                argumentSet(
                        "each with a gap",
                        "{to: 'l[].sku', from: 'i[].id'}",
                        "{i: [{}, {id: 2}]}",
                        "{l: [{}, {sku: 2}]}"),
                argumentSet(
                        "each of scalars",
                        "{to: 'tags[].name', from: 'tags[]'}",
                        "{tags: [a, b]}",
                        "{tags: [{name: a}, {name: b}]}"),
                argumentSet(
                        "each to scalars",
                        "{to: 'tags[]', from: 'tags[].name'}",
                        "{tags: [{name: a}, {}]}",
                        "{tags: [a]}"),
                argumentSet(
                        "lists in lists",
                        "{to: 'a[].b[].c', from: 'o[].i[].n'}",
                        "{o: [{i: [{n: 1}]}, {i: []}]}",
                        "{a: [{b: [{c: 1}]}, {}]}"),
                argumentSet(
                        "all items to one list",
                        "{to: names, from: 'o[].i[].n'}",
                        "{o: [{i: [{n: 1}, {n: 2}]}, {i: [{n: 3}]}]}",
                        "{names: [1, 2, 3]}"),
                argumentSet(
                        "all items to one text",
                        "{to: names, from: 'i[].n', steps: [{join: 、}]}",
                        "{i: [{n: a}, {n: b}]}",
                        "{names: a、b}"),
                argumentSet("a list of the root", "{to: 'l[].v', from: '[].v'}", "[{v: 1}]", "{l: [{v: 1}]}"),
                argumentSet(
                        "text to list",
                        "{to: tags, from: tags, steps: [{split: ','}]}",
                        "{tags: 'a,b'}",
                        "{tags: [a, b]}"),
                argumentSet("object as it is", "{to: b, from: a}", "{a: {c: [1]}}", "{b: {c: [1]}}"),
                argumentSet(
                        "item by a field's value",
                        "{to: mail, from: 'e[type=work].v'}",
                        "{e: [{type: home, v: a}, {type: work, v: b}]}",
                        "{mail: b}"),
                argumentSet("item by a number", "{to: x, from: 'c[id=7].v'}", "{c: [{id: '7', v: a}]}", "{x: a}"),
                argumentSet(
                        "into an item with a field", "{to: 'c[id=7].v', from: a}", "{a: 1}", "{c: [{id: 7, v: 1}]}"),
                argumentSet(
                        "into an item with a text",
                        "{to: 'c[id=\"7\"].v', from: a}",
                        "{a: 1}",
                        "{c: [{id: '7', v: 1}]}"),
                argumentSet("the whole document", "{to: raw, from: .}", "{a: 1}", "{raw: {a: 1}}"),
                argumentSet(
                        "the first that has a value",
                        "{to: b, from: [mobile, phone]}",
                        "{mobile: '', phone: 1}",
                        "{b: 1}"),
                argumentSet("several as a list", "{to: b, all: [x, y, z]}", "{x: 1, z: 3}", "{b: [1, null, 3]}"),
                argumentSet(
                        "several as one text",
                        "{to: b, all: [x, y, z], steps: [{join: '-'}]}",
                        "{x: 1, z: 3}",
                        "{b: 1-3}"),
                argumentSet("several that are all empty", "{to: b, all: [x, y], default: d}", "{x: ''}", "{b: d}"),
                argumentSet(
                        "the parts of a name",
                        "{to: [last, first], from: name, steps: [name-split]}",
                        "{name: 欧阳娜娜}",
                        "{last: 欧阳, first: 娜娜}"),
                argumentSet(
                        "one part only",
                        "{to: [last, first], from: name, steps: [name-split]}",
                        "{name: 王}",
                        "{last: 王}"),
                argumentSet(
                        "parts cleared",
                        "{to: [l, f], from: name, steps: [name-split], empty: clear}",
                        "{}",
                        "{l: null, f: null}"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void mapsOneLine(String line, String source, String expected) {
        assertMaps(line, source, expected);
    }

    @Test
    void meetsInTheSameItemOfAList() {
        // Given
        Mapping mapping = table(
                "{to: 'lines[].sku', from: 'items[].sku'}",
                "{to: 'lines[].price.amount', from: 'items[].fen', steps: [fen-to-yuan]}");
        // When
        MappingResult result = mapping.apply(json("{items: [{sku: A}, {sku: B, fen: 1230}]}"), NO_CONTEXT);
        // Then
        assertThat(result.result())
                .hasToString("{\"lines\":[{\"sku\":\"A\"},{\"sku\":\"B\",\"price\":{\"amount\":12.30}}]}");
    }
}
