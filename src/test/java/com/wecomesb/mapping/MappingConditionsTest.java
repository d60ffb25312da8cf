package com.wecomesb.mapping;

import static com.wecomesb.mapping.SampleMappings.assertMaps;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When a line of a mapping applies. */
class MappingConditionsTest {

    static Stream<Arguments> conditions() {
        return Stream.of(
                argumentSet("when it is", "{to: b, from: a, when: {t: x}}", "{a: 1, t: x}", "{b: 1}"),
                argumentSet("when it is not", "{to: b, from: a, when: {t: x}}", "{a: 1, t: y}", "{}"),
                argumentSet("when one of", "{to: b, from: a, when: {t: [x, y]}}", "{a: 1, t: y}", "{b: 1}"),
                argumentSet("when a list has it", "{to: b, from: a, when: {t: x}}", "{a: 1, t: [y, x]}", "{b: 1}"),
                argumentSet("when missing", "{to: b, from: a, when: {t: {exists: false}}}", "{a: 1, t: ''}", "{b: 1}"),
                argumentSet("when null", "{to: b, from: a, when: {t: null}}", "{a: 1}", "{b: 1}"),
                argumentSet(
                        "when at least",
                        "{to: b, from: a, when: {n: {at-least: 10, below: 20}}}",
                        "{a: 1, n: '10.0'}",
                        "{b: 1}"),
                argumentSet(
                        "when too much",
                        "{to: b, from: a, when: {n: {at-least: 10, below: 20}}}",
                        "{a: 1, n: 20}",
                        "{}"),
                argumentSet("when no number", "{to: b, from: a, when: {n: {above: 1}}}", "{a: 1, n: many}", "{}"),
                argumentSet(
                        "when it contains", "{to: b, from: a, when: {t: {contains: 退}}}", "{a: 1, t: 要退货}", "{b: 1}"),
                argumentSet(
                        "when it starts with",
                        "{to: b, from: a, when: {t: {starts-with: 要}}}",
                        "{a: 1, t: 要退货}",
                        "{b: 1}"),
                argumentSet("when all hold", "{to: b, from: a, when: {t: x, u: y}}", "{a: 1, t: x}", "{}"),
                argumentSet(
                        "unless any holds",
                        "{to: b, from: a, unless: {t: x, u: {not: y}}}",
                        "{a: 1, t: z, u: y}",
                        "{b: 1}"),
                argumentSet("unless", "{to: b, from: a, unless: {t: x}}", "{a: 1, t: x}", "{}"));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void mapsOneLine(String line, String source, String expected) {
        assertMaps(line, source, expected);
    }
}
