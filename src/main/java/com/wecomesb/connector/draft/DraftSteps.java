package com.wecomesb.connector.draft;

/** The steps of a verb, made of one call: the rest of "search, create, verify" is there to be adapted. */
final class DraftSteps {

    private static final String OURS = "the-one([for (records(., \"items\")) . if (.externalId == $externalId)])";

    private final CallText call;

    DraftSteps(CallText call) {
        this.call = call;
    }

    String of(String verb) {
        if (verb.endsWith("-find")) {
            return find();
        }
        if (verb.endsWith("-changes")) {
            return changes();
        }
        if (verb.equals("contact-upsert")) {
            return call.isOfRecord() ? put() : upsert();
        }
        if (verb.endsWith("-update")) {
            return update();
        }
        return verb.equals("ticket-comment")
                ? create(call.pathOf("document.ticketId"), "{for ($document) .key : .value if (.key != \"ticketId\")}")
                : create(call.listPath(), "$document");
    }

    private String find() {
        return call.isOfRecord()
                ? step(
                        "read",
                        path(call.pathOf("document.id")),
                        call.constants(),
                        "missing: \"404\"",
                        "answer: \"fallback(., missing())\"")
                : "# CHANGE: what the criteria are called there; the field that holds the list, where it is not called items.\n"
                        + step(
                                "search",
                                path(call.path()),
                                call.criteria(),
                                "answer: \"fallback(first([for (records(., \\\"items\\\")) . if (matches(., $document))]), missing())\"");
    }

    private String changes() {
        return """
                # What changed since a time, in the order of that time; of one and the same second, page by page.
                - setVariable:
                    name: at
                    expression:
                      language:
                        language: jslt
                        expression: >-
                          {"time": fallback($document.cursor.time, "1970-01-01T00:00:00Z"), "skip": fallback($document.cursor.skip, 0),
                          "take": min(100, fallback($document.limit, 100))}
                # CHANGE: how they are asked for it, and the field that holds the list.
                """
                + step(
                        "list",
                        path(call.listPath()),
                        "query: '{\"updatedSince\": $at.time, \"sort\": \"updatedAt,id\", \"limit\": $at.take, \"offset\": $at.skip}'",
                        call.headers(),
                        "answer: 'records(., \"items\")'",
                        "confirm: is-array(.)")
                + """
                # CHANGE: where id and time of a record are; how one that was deleted is known.
                - setBody:
                    expression:
                      language:
                        language: jslt
                        expression: >-
                          let page = (.)
                          let full = size($page) >= $at.take
                          let last = fallback($page[-1].updatedAt, $at.time)
                          {"records": [for ($page) {"id": string(.id), "version": .updatedAt, "deleted": false, "record": .}],
                          "cursor": {"time": $last, "skip": if ($full and $last == $at.time) $at.skip + size($page) else 0},
                          "more": $full}
                """;
    }

    private String create(String path, String document) {
        return "# After a lost answer the record is there already. CHANGE: how they find a record by our id, and its field's name.\n"
                + step(
                        "search",
                        path(path),
                        "query: '{\"externalId\": $externalId}'",
                        call.headers(),
                        "answer: '" + OURS + "'")
                + choice(
                        "${body} == null",
                        step(
                                        "create",
                                        call.method(),
                                        path(path),
                                        call.constants(),
                                        call.sent("with(" + document + ", \"externalId\", $externalId)"),
                                        "effect: true",
                                        "answer: .id")
                                + "# Success is what was read back.\n"
                                + step(
                                        "verify",
                                        path(path + "/{body}"),
                                        call.headers(),
                                        "confirm: .externalId == $externalId"));
    }

    /** A record is written at its own address, which says also who it is. */
    private String put() {
        String path = path(call.pathOf("key"));
        return "# A record that is known there is addressed by its own id; a new one gets ours. CHANGE: unless they give ids themselves.\n"
                + choice("${variable.remoteId} != ''", set("variable.remoteId"))
                + otherwise(set("variable.externalId"))
                + step("write", call.method(), path, call.constants(), call.sent("$document"), "effect: true")
                + verify(path);
    }

    /** A call that makes a record makes another one each time: first is looked whether there is one. */
    private String upsert() {
        String path = path(call.path() + "/{key}");
        return "# A record that is known there has an id of its own; another may be there after a lost answer, under ours.\n"
                + choice("${variable.remoteId} != ''", set("variable.remoteId"))
                + otherwise("# CHANGE: how they find a record by our id, and its field's name.\n"
                        + step(
                                "search",
                                path(call.path()),
                                "query: '{\"externalId\": $externalId}'",
                                call.headers(),
                                "answer: '" + OURS + ".id'")
                        + set("body"))
                + choice(
                        "${variable.key} == null",
                        step(
                                        "create",
                                        call.method(),
                                        path(call.path()),
                                        call.constants(),
                                        call.sent("with($document, \"externalId\", $externalId)"),
                                        "effect: true",
                                        "answer: .id")
                                + set("body"))
                + otherwise("# CHANGE: how they change one.\n"
                        + step("update", "method: PUT", path, call.headers(), call.sent("$document"), "effect: true"))
                + verify(path);
    }

    private String update() {
        String path = call.isOfRecord() ? call.pathOf("document.id") : call.path();
        return step("write", call.method(), path(path), call.constants(), call.sent("$document"), "effect: true")
                + verify(path(call.isOfRecord() ? path : path + "/{document.id}"));
    }

    private String verify(String path) {
        return "# Success is what was read back. CHANGE: confirm a field that was written.\n"
                + step("verify", path, call.headers(), "confirm: . != null");
    }

    private static String path(String path) {
        return "path: \"" + path + "\"";
    }

    private static String choice(String condition, String steps) {
        return "- choice:\n    when:\n      - expression: {simple: {expression: \"" + condition
                + "\"}}\n        steps:\n" + steps.indent(10);
    }

    private static String otherwise(String steps) {
        return "    otherwise:\n      steps:\n" + steps.indent(8);
    }

    private static String set(String value) {
        return "- setVariable: {name: key, expression: {simple: {expression: \"${" + value + "}\"}}}\n";
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
