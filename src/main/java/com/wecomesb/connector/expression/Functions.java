package com.wecomesb.connector.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;

/** What connectors need beside JSLT's own functions. */
final class Functions {

    static final List<Function> ALL = List.of(
            function("the-one", 1, given -> theOne(given[0])),
            function("first", 1, given -> given[0].path(0).isMissingNode() ? NullNode.getInstance() : given[0].path(0)),
            function(
                    "missing", 0, given -> JsonNodeFactory.instance.objectNode().put("found", false)),
            function("records", 2, given -> given[0].isArray() ? given[0] : orNull(given[0].path(text(given[1])))),
            function("matches", 2, given -> BooleanNode.valueOf(matches(given[0], given[1]))),
            function("with", 3, given -> with(given[0], text(given[1]), given[2])),
            function("without", 2, given -> SaidMembers.without(given[0], given[1])),
            function("differing", 2, given -> SaidMembers.differing(given[0], given[1])),
            function("laid", 2, given -> SaidMembers.laid(given[0], given[1])),
            function("normalized", 1, given -> normalized(given[0])),
            function("at", 2, given -> orNull(new FieldPath(text(given[1])).of(given[0]))),
            function("listed", 2, given -> AnsweredList.of(given[0], text(given[1]))),
            function("refuse", 1, given -> refuse(text(given[0]))),
            function("changes-query", 2, given -> new ChangesList(given[0]).query(given[1])),
            function(
                    "changes-page", 5, given -> new ChangesList(given[0]).page(given[1], given[2], given[3], given[4])),
            function(
                    "base64",
                    1,
                    given -> TextNode.valueOf(
                            Base64.getEncoder().encodeToString(text(given[0]).getBytes(StandardCharsets.UTF_8)))));

    private Functions() {}

    /** The only record of a list, null for none; two with the same id are for people to merge. */
    private static JsonNode theOne(JsonNode records) {
        if (records.size() > 1) {
            throw new ConnectorFailed(Kind.PERMANENT, "系统里有两条以上的记录对应同一个编号,请合并");
        }
        return orNull(records.path(0));
    }

    private static JsonNode refuse(String reason) {
        throw new ConnectorFailed(Kind.PERMANENT, reason);
    }

    /** Whether a record has every value of the criteria: a system that does not know a filter ignores it. */
    private static boolean matches(JsonNode record, JsonNode criteria) {
        return criteria.properties().stream()
                .allMatch(criterion -> record.path(criterion.getKey())
                        .asText("")
                        .equals(criterion.getValue().asText()));
    }

    private static JsonNode with(JsonNode object, String name, JsonNode value) {
        ObjectNode more = object.isObject() ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        return value.isNull() ? more : more.set(name, value);
    }

    /** As texts are compared that have been in another system: NFC, line ends as {@code \n}. */
    static JsonNode normalized(JsonNode text) {
        return text.isNull()
                ? text
                : TextNode.valueOf(Normalizer.normalize(text(text), Normalizer.Form.NFC)
                        .replace("\r\n", "\n")
                        .replace('\r', '\n'));
    }

    private static JsonNode orNull(JsonNode value) {
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    private static String text(JsonNode value) {
        return value.asText("");
    }

    private static Function function(String name, int arguments, Body body) {
        return new Named(name, arguments, body);
    }

    private interface Body {
        JsonNode call(JsonNode[] given);
    }

    private record Named(String name, int arguments, Body body) implements Function {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getMinArguments() {
            return arguments;
        }

        @Override
        public int getMaxArguments() {
            return arguments;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] given) {
            if (given.length != arguments) {
                throw new JsltException(name + " takes " + arguments + " arguments");
            }
            return body.call(given);
        }
    }
}
