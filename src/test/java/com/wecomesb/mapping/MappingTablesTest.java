package com.wecomesb.mapping;

import static com.wecomesb.mapping.SampleMappings.NO_CONTEXT;
import static com.wecomesb.mapping.SampleMappings.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of values in a mapping's file and in CSV files beside it. */
class MappingTablesTest {

    private final ContactToCrm files = new ContactToCrm();

    @Test
    void readsTablesOfTheFileAndOfCsvFiles() {
        // Given
        files.add(
                "mappings/stages.csv", "\uFEFFcode,ours,\"CRM, theirs\"\r\n1,new,\"NEW \"\"A\"\"\"\r\n\r\n2,vip,VIP\n");
        // When
        MappingSet set = files.read("""
                mapping: contact-to-crm
                target: contact
                reverse: crm-to-contact
                tables:
                  stage: {csv: stages.csv, from: ours, to: "CRM, theirs"}
                  code: {csv: stages.csv}
                  yes: {true: 1, no: 0}
                fields:
                  - {to: name, from: stage, steps: [{lookup: stage}]}
                  - {to: id, from: id, steps: [{lookup: code}]}
                """);
        // Then
        assertThat(files.mistakes()).isEmpty();
        assertThat(set.find("contact-to-crm")
                        .orElseThrow()
                        .apply(json("{stage: new, id: 2}"), NO_CONTEXT)
                        .result())
                .isEqualTo(json("{name: 'NEW \"A\"', id: vip}"));
        assertThat(set.find("crm-to-contact")
                        .orElseThrow()
                        .apply(json("{name: VIP}"), NO_CONTEXT)
                        .result())
                .isEqualTo(json("{stage: vip}"));
    }

    static Stream<Arguments> mistakenTables() {
        return Stream.of(
                argumentSet("no such file", "{csv: stage.csv}", "a,b\n", "没有文件 mappings/stage.csv,是不是“stages.csv”"),
                argumentSet("no such column", "{csv: stages.csv, to: c}", "a,b\n", "mappings/stages.csv 没有列“c”"),
                argumentSet("one column", "{csv: stages.csv}", "a\n", "没有列"),
                argumentSet("same key twice", "{csv: stages.csv}", "a,b\nx,1\nx,2\n", "“x”出现了两次"),
                argumentSet("open quote", "{csv: stages.csv}", "a,b\n\"x,1\n", "引号没有闭合"),
                argumentSet("empty file", "{csv: stages.csv}", "\n", "CSV 文件是空的"),
                argumentSet("empty table", "{}", "a,b\n", "对照表 stage 是空的"),
                argumentSet("unknown word", "{csv: stages.csv, form: a}", "a,b\n", "是不是“from”"));
    }

    @ParameterizedTest
    @MethodSource("mistakenTables")
    void namesTheMistakeOfATable(String table, String csv, String expected) {
        // Given
        files.add("mappings/stages.csv", csv);
        // When
        files.read("mapping: contact-to-crm\ntables: {stage: " + table + "}\nfields: [{to: state, from: stage}]");
        // Then
        assertThat(files.mistakes())
                .anySatisfy(mistake -> assertThat(mistake.message()).contains(expected));
    }

    @Test
    void ownsTablesAndSchemasButNoOtherFiles() {
        // Given
        MappingFiles owner = new MappingFiles(ZoneId.of("UTC"));
        // Then
        assertThat(Stream.of("mappings/a.yaml", "mappings/a.csv", "schemas/a.schema.json"))
                .allMatch(owner::owns);
        assertThat(Stream.of("rules/a.yaml", "mappings/a.txt", "schemas/a.json", "a.csv"))
                .noneMatch(owner::owns);
    }
}
