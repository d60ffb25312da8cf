package com.wecomesb.mapping;

import static com.wecomesb.mapping.SampleMappings.assertMaps;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a line of a mapping does when there is nothing, or nothing that it knows. */
class MappingEmptyValuesTest {

    static Stream<Arguments> empty() {
        return Stream.of(
                argumentSet(
                        "false and 0 are values",
                        "{to: b, from: 'a[]', default: 1}",
                        "{a: [false, 0]}",
                        "{b: [false, 0]}"),
                argumentSet("absent leaves alone", "{to: b, from: a}", "{}", "{}"),
                argumentSet("null leaves alone", "{to: b, from: a}", "{a: null}", "{}"),
                argumentSet("empty clears", "{to: b, from: a, empty: clear}", "{a: ''}", "{b: null}"),
                argumentSet("default for missing", "{to: b, from: a, default: d}", "{}", "{b: d}"),
                argumentSet("default for empty", "{to: b, from: a, default: d}", "{a: ''}", "{b: d}"),
                argumentSet(
                        "default for blank after trim",
                        "{to: b, from: a, steps: [trim], default: d}",
                        "{a: '  '}",
                        "{b: d}"),
                argumentSet("default instead of clear", "{to: b, from: a, default: d, empty: clear}", "{}", "{b: d}"),
                argumentSet(
                        "default for each",
                        "{to: 'l[].n', from: 'i[].n', default: 1}",
                        "{i: [{}, {n: 2}]}",
                        "{l: [{n: 1}, {n: 2}]}"),
                argumentSet(
                        "unknown value kept",
                        "{to: b, from: a, steps: [{lookup: {x: X}}], else: keep}",
                        "{a: y}",
                        "{b: y}"),
                argumentSet(
                        "unknown value replaced",
                        "{to: b, from: a, steps: [{lookup: {x: X}}], else: OTHER}",
                        "{a: y}",
                        "{b: OTHER}"),
                argumentSet(
                        "lookup default for missing",
                        "{to: b, from: a, steps: [{lookup: {x: X}}], default: D}",
                        "{}",
                        "{b: D}"));
    }

    @ParameterizedTest
    @MethodSource("empty")
    void mapsOneLine(String line, String source, String expected) {
        assertMaps(line, source, expected);
    }
}
