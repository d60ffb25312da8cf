package com.wecomesb.connector;

import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.mapping.MappingSet;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What of a contact a system is told, by a mapping. */
class TranslationTest {

    private static final ConnectedSystem CRM = new ConnectedSystem("crm", SystemKind.CRM, "crm", Map.of());

    private static final String ADDRESS = "{to: home.city, from: company}; {to: home.street, from: remark}";
    private static final String NUMBERS = "{to: phone, from: 'phones[0]'}; {to: mobile, from: 'phones[1]'}";
    private static final String STAGE = "{to: more.stage, from: stage, default: new}; {to: more.kind, value: vip}";
    private static final String NAME = "{to: [last, first], from: name, steps: [name-split]}";
    private static final String OWN = "{to: more.level, from: attributes.level}; {to: name, from: name}";
    private static final String ITEMS = "{to: 'ways[].value', from: 'phones[]'}";
    private static final String BLOCK = "{to: ways, each: 'phones', fields: [{to: value, from: .}]}";
    private static final String RELATIVE = "{to: ways, each: 'identities', fields: [{to: name, from: name}]}";
    private static final String EXPRESSION = "{to: ways, jslt: '[for (.phones) .]'}";
    private static final String WHEN = "{to: note, from: remark, when: {stage: vip}}";
    private static final String TEXT = "{to: title, text: '{{ name }}/{{ company }}'}";

    static Stream<Arguments> changes() {
        return Stream.of(
                argumentSet("nested", ADDRESS, "{'company':'A','remark':'B'}", "company", "", "{'home':{'city':'A'}}"),
                argumentSet("nested, emptied", ADDRESS, "{'remark':'B'}", "company", "", "{'home':{'city':null}}"),
                argumentSet("as its default", STAGE, "{'stage':'new'}", "stage", "", "{'more':{'stage':'new'}}"),
                argumentSet("emptied with default", STAGE, "{}", "stage", "", "{'more':{'stage':'new'}}"),
                argumentSet("nothing of it", STAGE, "{'name':'x'}", "name", "", "{}"),
                argumentSet("emptied list", NUMBERS, "{}", "phones", "", "{'phone':null}"),
                argumentSet("emptied, shared", NUMBERS, "{}", "phones", "phones", "{'phone':null,'mobile':null}"),
                argumentSet("only they have a second", NUMBERS, "{'phones':['1']}", "phones", "", "{'phone':'1'}"),
                argumentSet(
                        "the second went",
                        NUMBERS,
                        "{'phones':['1']}",
                        "phones",
                        "phones",
                        "{'phone':'1','mobile':null}"),
                argumentSet("a part went", NAME, "{'name':'王'}", "name", "name", "{'last':'王','first':null}"),
                argumentSet("a part is theirs", NAME, "{'name':'王'}", "name", "", "{'last':'王'}"),
                argumentSet(
                        "own field",
                        OWN,
                        "{'attributes':{'points':7}}",
                        "attributes.level",
                        "",
                        "{'more':{'level':null}}"),
                argumentSet("another own field", OWN, "{}", "attributes.points", "", "{}"),
                argumentSet("items", ITEMS, "{'phones':['1']}", "phones", "", "{'ways':[{'value':'1'}]}"),
                argumentSet("items emptied", ITEMS, "{}", "phones", "", "{'ways':null}"),
                argumentSet("block emptied, perhaps not ours", BLOCK, "{}", "phones", "", "{}"),
                argumentSet("block emptied", BLOCK, "{}", "phones", "phones", "{'ways':null}"),
                argumentSet(
                        "an item's field is no field", RELATIVE, "{'identities':[{'name':'a'}]}", "name", "name", "{}"),
                argumentSet("expression", EXPRESSION, "{'phones':['1']}", "phones", "", "{'ways':['1']}"),
                argumentSet("expression of another", EXPRESSION, "{'phones':['1']}", "name", "", "{}"),
                argumentSet("expression, emptied", EXPRESSION, "{}", "phones", "phones", "{}"),
                argumentSet("condition holds", WHEN, "{'stage':'vip'}", "remark", "", "{'note':null}"),
                argumentSet("condition does not", WHEN, "{'stage':'new'}", "remark", "remark", "{}"),
                argumentSet("text", TEXT, "{'name':'王'}", "company", "", "{'title':'王/'}"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void tellsWhatTheChangedFieldsSay(String lines, String document, String changed, String shared, String expected) {
        // Given
        CallContext context = CallContext.of("a1")
                .about("7", "", Set.of(changed))
                .sharing(shared.isEmpty() ? Set.of() : Set.of(shared));
        // When
        Outgoing outgoing = translation(lines).changesOutward(CRM, "contact-upsert", json(document), context);
        // Then
        assertThat(outgoing.document()).isEqualTo(json(expected));
    }

    static Stream<Arguments> unlinked() {
        return Stream.of(
                argumentSet("default and constant", STAGE, "{'name':'x'}", "{}"),
                argumentSet("said", STAGE, "{'stage':'new'}", "{'more':{'stage':'new'}}"),
                argumentSet("parts", ADDRESS, "{'remark':'B'}", "{'home':{'street':'B'}}"),
                argumentSet("never emptied", "{to: tags, from: tags, empty: clear}", "{'tags':[]}", "{}"),
                argumentSet(
                        "items with a constant",
                        ITEMS + "; {to: kind, value: x}",
                        "{'phones':['1']}",
                        "{'ways':[{'value':'1'}]}"),
                argumentSet("expression", EXPRESSION, "{'phones':['1']}", "{'ways':['1']}"),
                argumentSet("expression that says it always", "{to: ways, jslt: '[1]'}", "{'name':'x'}", "{}"));
    }

    @ParameterizedTest
    @MethodSource("unlinked")
    void tellsARecordThatIsThereNothingThatOnlyTheMappingSays(String lines, String document, String expected) {
        // When
        Outgoing outgoing =
                translation(lines).changesOutward(CRM, "contact-upsert", json(document), CallContext.of("a1"));
        // Then
        assertThat(outgoing.document()).isEqualTo(json(expected));
    }

    @Test
    void givesANewRecordEverything() {
        // When
        Outgoing outgoing =
                translation(STAGE).changesOutward(CRM, "contact-upsert", json("{'name':'x'}"), CallContext.of("a1"));
        // Then
        assertThat(outgoing.whole()).isEqualTo(json("{'more':{'stage':'new','kind':'vip'}}"));
    }

    @Test
    void anEmptyListEmptiesNothingOfARecordThatNoLinkKnows() {
        // Given
        Translation translation = new Translation(MappingSet.empty(), Clock.systemUTC());
        // When
        Outgoing outgoing = translation.changesOutward(
                CRM, "contact-upsert", json("{'name':'王芳','tags':[],'remark':null}"), CallContext.of("a1"));
        // Then
        assertThat(outgoing.document()).isEqualTo(json("{'name':'王芳','remark':null}"));
    }

    @Test
    void emptiesFieldsOfASystemWithoutAMapping() {
        // Given
        CallContext context = CallContext.of("a1").about("7", "", Set.of("company", "attributes.level", "name"));
        Translation translation = new Translation(MappingSet.empty(), Clock.systemUTC());
        // When
        Outgoing outgoing = translation.changesOutward(
                CRM, "contact-upsert", json("{'name':'王芳','remark':'B','attributes':{'points':7}}"), context);
        // Then
        assertThat(outgoing.document()).isEqualTo(json("{'name':'王芳','company':null,'attributes':{'level':null}}"));
    }

    private static Translation translation(String lines) {
        Mistakes mistakes = new Mistakes();
        String text = "mapping: contact-to-crm\nfields:\n  - " + lines.replace("; ", "\n  - ") + "\n";
        MappingSet mappings = MappingSet.read(
                YamlFile.read("contact-to-crm.yaml", text, mistakes).stream().toList(), mistakes);
        assertThat(mistakes.list()).isEmpty();
        return new Translation(mappings, Clock.systemUTC());
    }
}
