package com.wecomesb.mapping;

import static com.wecomesb.mapping.SampleMappings.assertMaps;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines of a mapping that make a list of objects. */
class MappingBlocksTest {

    static Stream<Arguments> blocks() {
        return Stream.of(
                argumentSet(
                        "block",
                        "{to: lines, each: items, fields: [{to: sku, from: sku}, {to: n, from: $index}, {to: of, from: $source.id}, {to: by, from: $parent.id}]}",
                        "{id: o1, items: [{sku: A}, {sku: B}]}",
                        "{lines: [{sku: A, n: 0, of: o1, by: o1}, {sku: B, n: 1, of: o1, by: o1}]}"),
                argumentSet(
                        "block over scalars",
                        "{to: tags, each: tags, fields: [{to: name, from: .}]}",
                        "{tags: [a, b]}",
                        "{tags: [{name: a}, {name: b}]}"),
                argumentSet(
                        "block over some items",
                        "{to: l, each: i, where: {on: true}, fields: [{to: x, from: x}]}",
                        "{i: [{x: 1}, {x: 2, on: true}]}",
                        "{l: [{x: 2}]}"),
                argumentSet(
                        "block that makes one list of several",
                        "{to: lines, each: 'orders[].items', fields: [{to: no, from: $parent.no}, {to: sku, from: sku}]}",
                        "{orders: [{no: 1, items: [{sku: A}, {sku: B}]}, {no: 2}, {no: 3, items: [{sku: C}]}]}",
                        "{lines: [{no: 1, sku: A}, {no: 1, sku: B}, {no: 3, sku: C}]}"),
                argumentSet(
                        "block in a block",
                        "{to: a, each: o, fields: [{to: b, each: i, fields: [{to: x, from: n}, {to: up, from: $parent.k}, {to: top, from: $source.z}]}]}",
                        "{z: 9, o: [{k: 1, i: [{n: 5}]}, {k: 2}]}",
                        "{a: [{b: [{x: 5, up: 1, top: 9}]}, {}]}"),
                argumentSet(
                        "block with text and expression",
                        "{to: l, each: i, fields: [{to: t, text: '{{ index }}:{{ x }}@{{ source.id }}'}, {to: u, text: '{{ parent.id | upcase }}'}, {to: j, jslt: '.x + $index'}]}",
                        "{id: q, i: [{x: 1}, {x: 2}]}",
                        "{l: [{t: '0:1@q', u: Q, j: 1}, {t: '1:2@q', u: Q, j: 3}]}"),
                argumentSet(
                        "groups",
                        "{to: orders, group: rows, by: no, fields: [{to: id, from: key}, {to: name, from: 'items[0].name'}, {to: 'lines[].sku', from: 'items[].sku'}]}",
                        "{rows: [{no: 1, name: x, sku: A}, {no: 2, sku: B}, {no: 1, sku: C}]}",
                        "{orders: [{id: 1, name: x, lines: [{sku: A}, {sku: C}]}, {id: 2, lines: [{sku: B}]}]}"),
                argumentSet(
                        "groups by two things, of some items",
                        "{to: g, group: r, by: [a, b], where: {on: true}, fields: [{to: [a, b], from: key}, {to: n, jslt: 'size(.items)'}]}",
                        "{r: [{a: 1, on: true}, {a: 1, on: true}, {a: 2, b: 3}]}",
                        "{g: [{a: 1, n: 2}]}"));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void mapsOneLine(String line, String source, String expected) {
        assertMaps(line, source, expected);
    }
}
