package com.wecomesb.mapping;

import static com.wecomesb.mapping.SampleMappings.NO_CONTEXT;
import static com.wecomesb.mapping.SampleMappings.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.document.Mistake;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of a mapping by the schemas of both ends. */
class MappingSchemasTest {

    private final ContactToCrm files = new ContactToCrm();

    static Stream<Arguments> impossible() {
        return Stream.of(
                argumentSet(
                        "unknown field",
                        "{to: note, from: nmae}",
                        "来源 nmae:schemas/contact.schema.json 里没有字段 nmae,是不是“name”"),
                argumentSet("unknown field below", "{to: note, from: owner.nam}", "没有字段 nam,是不是“name”"),
                argumentSet("field of a text", "{to: note, from: name.first}", "是文本,没有下级字段 first"),
                argumentSet("item of a text", "{to: note, from: 'name[0]'}", "是文本,不是列表"),
                argumentSet("field of a list", "{to: note, from: phones.first}", "是列表,没有下级字段 first"),
                argumentSet("unknown field of an item", "{to: 'lines[].sku', from: 'identities[].knd'}", "没有字段 knd"),
                argumentSet(
                        "unknown field that finds an item",
                        "{to: note, from: 'identities[typ=phone].value'}",
                        "没有字段 typ"),
                argumentSet("unknown field in a condition", "{to: note, from: name, when: {agee: 3}}", "没有字段 agee"),
                argumentSet(
                        "unknown field of several", "{to: note, all: [name, nam], steps: [{join: ''}]}", "没有字段 nam"),
                argumentSet(
                        "unknown target", "{to: notes, from: name}", "目标 notes:schemas/crm.schema.json 里没有字段 notes"),
                argumentSet("text to a number", "{to: years, from: name}", "目标 years 要整数,而这里的结果是文本"),
                argumentSet("list to a text", "{to: note, from: phones}", "目标 note 要文本,而这里的结果是列表"),
                argumentSet("money to a whole number", "{to: years, from: age, steps: [fen-to-yuan]}", "要整数,而这里的结果是小数"),
                argumentSet("step for texts on an object", "{to: note, from: owner, steps: [trim]}", "步骤 trim 不能用于对象"),
                argumentSet(
                        "step behind a list",
                        "{to: note, from: name, steps: [{split: ','}, {split: ','}]}",
                        "步骤 split 不能用于列表"),
                argumentSet("constant that no enum knows", "{to: state, value: OLD}", "目标 state 不能是“OLD”,只能是 NEW、VIP"),
                argumentSet("default that no enum knows", "{to: state, from: name, default: OLD}", "不能是“OLD”"),
                argumentSet(
                        "look-up that no enum knows",
                        "{to: state, from: stage, steps: [{lookup: {new: NEW, vip: V}}]}",
                        "不能是“V”"),
                argumentSet("constant of another kind", "{to: years, value: x}", "目标 years 要整数"),
                argumentSet(
                        "block about a text",
                        "{to: lines, each: name, fields: [{to: sku, from: .}]}",
                        "来源 name 是文本,不是列表"),
                argumentSet(
                        "block into a text", "{to: note, each: phones, fields: [{to: sku, from: .}]}", "目标 note 要文本"),
                argumentSet(
                        "unknown field in a block",
                        "{to: lines, each: identities, fields: [{to: sku, from: sku}]}",
                        "没有字段 sku"),
                argumentSet(
                        "unknown target in a block",
                        "{to: lines, each: phones, fields: [{to: sk, from: .}]}",
                        "没有字段 sk"),
                argumentSet(
                        "unknown field of the whole",
                        "{to: lines, each: phones, fields: [{to: sku, from: $source.nam}]}",
                        "没有字段 nam"),
                argumentSet(
                        "unknown field of a group",
                        "{to: lines, group: identities, by: kind, fields: [{to: sku, from: 'items[0].kid'}]}",
                        "没有字段 kid"),
                argumentSet(
                        "unknown field to group by",
                        "{to: lines, group: identities, by: sort, fields: [{to: sku, from: key}]}",
                        "没有字段 sort"),
                argumentSet(
                        "item's number to a text",
                        "{to: lines, each: phones, fields: [{to: sku, from: $index}]}",
                        "要文本,而这里的结果是整数"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void findsAtLoadWhatTheSchemasForbid(String line, String expected) {
        // When
        files.read("mapping: contact-to-crm\nfields:\n  - " + line);
        // Then
        assertThat(files.mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.line()).isEqualTo(3))
                .extracting(Mistake::message)
                .asString()
                .contains(expected);
    }

    static Stream<String> possible() {
        return Stream.of(
                "{to: note, from: attributes.anything.below}",
                "{to: note, from: any.thing}",
                "{to: note, from: owner.name}",
                "{to: note, from: 'phones[0]'}",
                "{to: note, from: phones, steps: [first]}",
                "{to: note, from: phones, steps: [{join: 、}]}",
                "{to: years, from: age}",
                "{to: years, from: spent}",
                "{to: years, from: name, steps: [number]}",
                "{to: years, from: spent, steps: [yuan-to-fen]}",
                "{to: years, from: $conversation.count}",
                "{to: years, jslt: .age + 1}",
                "{to: state, from: stage, steps: [upper]}",
                "{to: state, from: stage, steps: [{lookup: {new: NEW, vip: VIP}}], default: NEW}",
                "{to: lines, each: phones, fields: [{to: sku, from: .}]}",
                "{to: lines, each: identities, fields: [{to: sku, from: $parent.name}]}",
                "{to: lines, group: identities, by: kind, fields: [{to: sku, from: key}]}",
                "{to: 'lines[].sku', from: 'identities[].kind'}");
    }

    @ParameterizedTest
    @MethodSource("possible")
    void takesWhatTheSchemasAllow(String line) {
        // When
        files.read("mapping: contact-to-crm\nfields:\n  - " + line);
        // Then
        assertThat(files.mistakes()).isEmpty();
    }

    @Test
    void takesTheSchemasThatTheFileNames() {
        // When
        files.read("mapping: contact-to-crm\nsource: crm\ntarget: contact\nfields: [{to: name, from: note}]");
        files.read("mapping: contact-to-crm\nsource: contcat\nfields: [{to: note, from: note}]");
        // Then
        assertThat(files.mistakes())
                .singleElement()
                .extracting(Mistake::message)
                .asString()
                .contains("没有 schemas/contcat.schema.json,是不是“contact”");
    }

    @Test
    void checksExamplesAgainstTheSchemas() {
        // When
        files.read(
                "mapping: contact-to-crm\nfields: [{to: years, from: age}]\nexamples: [{in: {age: x}, out: {years: x}}]");
        // Then
        assertThat(files.mistakes())
                .extracting(Mistake::message)
                .hasSize(2)
                .allSatisfy(message -> assertThat(message).startsWith("例子不符合 schemas/"));
    }

    @Test
    void reportsWhatOfTheSourceIsNotRead() {
        // When
        MappingSet set = files.read("""
                mapping: contact-to-crm
                fields:
                  - {to: note, text: "{{ name }} {{ owner.name | upcase }}", when: {age: 3}}
                  - {to: years, jslt: .spent * 2}
                  - {to: lines, each: identities, fields: [{to: sku, from: kind}, {to: no, jslt: "$source.id"}]}
                """.replace(", {to: no, jslt: \"$source.id\"}", ""));
        // Then
        Mapping mapping = set.find("contact-to-crm").orElseThrow();
        assertThat(mapping.unread())
                .containsExactly("any", "attributes", "id", "identities[].value", "phones[]", "stage");
        assertThat(mapping.trace(
                                json(
                                        "{name: x, phones: [a], extra: {deep: [1, 2]}, identities: [{kind: a, value: b}], stage: ''}"),
                                NO_CONTEXT)
                        .unread())
                .containsExactly("extra.deep[]", "identities[].value", "phones[]");
    }
}
