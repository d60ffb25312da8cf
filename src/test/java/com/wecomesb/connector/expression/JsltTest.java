package com.wecomesb.connector.expression;

import static com.wecomesb.document.SingleQuoted.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.wecomesb.connector.ConnectorFailed;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsltTest {

    static Stream<Arguments> functions() {
        return Stream.of(
                argumentSet("the one", "the-one(.)", "[{'id':1}]", "{'id':1}"),
                argumentSet("none", "the-one(.)", "[]", "null"),
                argumentSet("nothing at all", "the-one(.items)", "{}", "null"),
                argumentSet("first", "first(.)", "[3,4]", "3"),
                argumentSet("first of none", "first(.)", "[]", "null"),
                argumentSet("missing", "missing()", "null", "{'found':false}"),
                argumentSet("records of a list", "records(., 'items')", "[1]", "[1]"),
                argumentSet("records of a page", "records(., 'items')", "{'items':[1]}", "[1]"),
                argumentSet("matches as text", "matches(., {'id':'7'})", "{'id':7,'x':1}", "true"),
                argumentSet("does not match", "matches(., {'id':'7','x':2})", "{'id':7,'x':1}", "false"),
                argumentSet("with", "with(., 'externalId', 'a1')", "{'x':1}", "{'x':1,'externalId':'a1'}"),
                argumentSet("with nothing", "with({}, 'x', null)", "{}", "{}"),
                argumentSet(
                        "without", "without(., ['a', 'b.c', 'no.x'])", "{'a':1,'b':{'c':2,'d':3}}", "{'b':{'d':3}}"),
                argumentSet("differing", "differing(.s, .t)", "{'s':{'a':'1','b':2},'t':{'a':1,'b':3}}", "{'b':2}"),
                argumentSet(
                        "differing inside",
                        "differing(.s, .t)",
                        "{'s':{'a':{'b':1}},'t':{'a':{'c':2}}}",
                        "{'a':{'b':1}}"),
                argumentSet("to be emptied", "differing(.s, .t)", "{'s':{'a':null},'t':{'a':1}}", "{'a':null}"),
                argumentSet("empty already", "differing(.s, .t)", "{'s':{'a':null,'b':''},'t':{'a':''}}", "{}"),
                argumentSet("nothing there", "differing(.s, .t)", "{'s':{'a':1,'b':null}}", "{'a':1}"),
                argumentSet("empty in their way", "laid(.s, .t)", "{'s':{'a':null},'t':{'a':null}}", "{'a':null}"),
                argumentSet(
                        "laid over",
                        "laid(.s, .t)",
                        "{'s':{'a':'1','b':null,'c':{'d':4}},'t':{'a':1,'b':2,'c':{'e':5},'f':6}}",
                        "{'a':1,'c':{'e':5,'d':4},'f':6}"),
                argumentSet("line ends", "normalized(.)", "'a\\r\\nb\\rc\\u0065\\u0301'", "'a\\nb\\nc\\u00e9'"),
                argumentSet("beyond the basic plane", "normalized(.)", "'𠮷😀'", "'𠮷😀'"),
                argumentSet("base64", "base64(.)", "'王'", "'546L'"),
                argumentSet(
                        "nulls are left out, nothing else", "{'a': .no, 'b': [], 'c': {}}", "{}", "{'b':[],'c':{}}"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void gives(String expression, String input, String expected) {
        assertThat(Jslt.parse(expression.replace('\'', '"')).of(json(input), Map.of()))
                .isEqualTo(json(expected));
    }

    @Test
    void refusesToChooseOneOfTwo() {
        assertThatExceptionOfType(ConnectorFailed.class)
                .isThrownBy(() -> Jslt.parse("the-one(.)").of(json("[1,2]"), Map.of()))
                .withMessageContaining("合并");
    }

    @ParameterizedTest
    @ValueSource(strings = {".a.", "nosuch(.)", "import \"other.jslt\" as o .", "[for (.) .", "the-one()"})
    void namesWhatIsNoExpression(String text) {
        assertThatExceptionOfType(JsltMistaken.class)
                .isThrownBy(() -> Jslt.parse(text))
                .withMessageContaining("JSLT")
                .satisfies(mistaken -> assertThat(mistaken.text()).isEqualTo(text));
    }

    @Test
    void tellsNothingOfWhatItFailsOn() {
        assertThatExceptionOfType(JsltFailed.class)
                .isThrownBy(() -> Jslt.parse("number(.name) + $no").of(json("{'name':'王芳'}"), Map.of()))
                .withMessageNotContaining("王芳");
    }

    @Test
    void fillsAPathWithOneSegmentForEachValue() {
        // Given
        PathTemplate path = PathTemplate.parse("{config.base}/{document.customer.id}/x/{body}?v=1");
        // When
        String filled = path.fill(
                json("'a/b 王'"),
                Map.of("config", json("{'base':'/api/v2'}"), "document", json("{'customer':{'id':7}}")));
        // Then
        assertThat(filled).isEqualTo("/api/v2/7/x/a%2Fb%20%E7%8E%8B?v=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "'.'", "'..'", "{}", "[1]"})
    void refusesAPathThatLeadsElsewhere(String body) {
        assertThatExceptionOfType(ConnectorFailed.class)
                .isThrownBy(() -> PathTemplate.parse("/orders/{body}").fill(json(body), Map.of()));
    }
}
