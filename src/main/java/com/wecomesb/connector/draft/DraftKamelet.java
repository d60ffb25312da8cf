package com.wecomesb.connector.draft;

import com.wecomesb.connector.http.Parameter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Kamelet of a verb, made of one call: the rest of "search, create, verify" is there to be adapted. */
final class DraftKamelet {

    private static final Pattern ID = Pattern.compile("(?i)[0-9]+|[0-9a-f-]{16,}|[a-z]{1,4}-?[0-9]+");
    private static final Map<String, String> NAMESPACES = Map.of("crm", "CRM", "shop", "Shop", "ticket", "Ticket");

    private final String connector;
    private final String verb;
    private final String kind;
    private final CurlCall call;

    DraftKamelet(String connector, String verb, String kind, CurlCall call) {
        this.connector = connector;
        this.verb = verb;
        this.kind = kind;
        this.call = call;
    }

    String text() {
        String steps = verb.endsWith("-find") ? find() : verb.endsWith("-create") ? create() : write();
        return """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata:
                  name: CONNECTOR-VERB-action
                  annotations:
                    camel.apache.org/provider: own
                    camel.apache.org/kamelet.group: CONNECTOR
                    camel.apache.org/kamelet.namespace: NAMESPACE
                  labels:
                    camel.apache.org/kamelet.type: action
                spec:
                  definition:
                    title: CONNECTOR VERB
                    description: 由 curl 生成,请改成说明它做什么
                    required: [system]
                    type: object
                    properties:
                      system: {title: 系统, description: esb.systems 里的名字, type: string, example: KIND}
                  dependencies: ["camel:kamelet", "camel:http"]
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                """.replace("CONNECTOR", connector)
                        .replace("VERB", verb)
                        .replace("NAMESPACE", NAMESPACES.getOrDefault(kind, kind))
                        .replace("KIND", kind)
                + steps.indent(8);
    }

    private String find() {
        boolean byId = ID.matcher(lastPart()).matches();
        return byId
                ? step(
                        "read",
                        "path: \"" + parent() + "/{document.id}\"",
                        constants(),
                        "missing: \"404\"",
                        "answer: \"fallback(., missing())\"")
                : "# CHANGE: the field that holds the list, where it is not called items.\n"
                        + step(
                                "search",
                                "path: " + call.path(),
                                "query: "
                                        + quoted("$document + "
                                                + object(call.query().stream()
                                                        .filter(parameter -> parameter
                                                                .value()
                                                                .matches("[a-z_-]{1,20}"))
                                                        .toList())),
                                headers(),
                                "answer: \"fallback(first([for (records(., \\\"items\\\")) . if (matches(., $document))]), missing())\"");
    }

    private String create() {
        return "# After a lost answer the record is there already. CHANGE: how they find a record by our id, and its field's name.\n"
                + step(
                        "search",
                        "path: " + call.path(),
                        "query: '{\"externalId\": $externalId}'",
                        headers(),
                        "answer: 'the-one([for (records(., \"items\")) . if (.externalId == $externalId)])'")
                + """
                - choice:
                    when:
                      - expression: {simple: {expression: "${body} == null"}}
                        steps:
                """
                + (step(
                                        "create",
                                        method(),
                                        "path: " + call.path(),
                                        constants(),
                                        sent("with($document, \"externalId\", $externalId)"),
                                        "effect: true",
                                        "answer: .id")
                                + "# Success is what was read back.\n"
                                + step(
                                        "verify",
                                        "path: \"" + call.path() + "/{body}\"",
                                        headers(),
                                        "confirm: .externalId == $externalId"))
                        .indent(8);
    }

    private String write() {
        String path = ID.matcher(lastPart()).matches() ? parent() + "/{externalId}" : call.path();
        return "# CHANGE: the part of the path that is our id, or the id of theirs that a search before found.\n"
                + step("write", method(), "path: \"" + path + "\"", constants(), sent("$document"), "effect: true")
                + "# Success is what was read back. CHANGE: confirm a field that was written.\n"
                + step("verify", "path: \"" + path + "\"", headers(), "confirm: . != null");
    }

    private String method() {
        return call.method().equals("POST") ? "" : "method: " + call.method();
    }

    private String sent(String expression) {
        if (call.body().isBlank()) {
            return "";
        }
        boolean json = call.body().strip().startsWith("{")
                && !call.header("Content-Type").contains("x-www-form-urlencoded");
        return (json ? "body: " : "form: ") + quoted(expression);
    }

    private String constants() {
        String query = call.query().isEmpty() ? "" : "query: " + quoted(object(call.query()));
        return query.isEmpty() ? headers() : headers().isEmpty() ? query : query + "\n" + headers();
    }

    private String headers() {
        List<Parameter> own = call.headers().stream()
                .filter(header ->
                        !header.name().matches("(?i)content-type|accept|user-agent|content-length|host|cookie"))
                .toList();
        return own.isEmpty() ? "" : "headers: " + quoted(object(own));
    }

    private static String object(List<Parameter> members) {
        return members.stream()
                .map(member -> "\"" + escaped(member.name()) + "\": \"" + escaped(member.value()) + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String quoted(String expression) {
        return "'" + expression.replace("'", "''") + "'";
    }

    private String lastPart() {
        return call.path().substring(call.path().lastIndexOf('/') + 1);
    }

    private String parent() {
        return call.path().substring(0, Math.max(0, call.path().lastIndexOf('/')));
    }

    private static String step(String id, String... parameters) {
        StringBuilder step =
                new StringBuilder("- to:\n    id: " + id + "\n    uri: \"system:{{system}}\"\n    parameters:\n");
        for (String parameter : parameters) {
            parameter
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> step.append("      ").append(line).append('\n'));
        }
        return step.toString();
    }
}
