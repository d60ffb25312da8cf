package com.wecomesb.sync;

import java.util.Map;

/** The connector of the {@link SimulatedCrm}: what an integration engineer would write for it. */
final class SimulatedCrmFiles {

    static final String CONNECTOR = """
            connector: sim
            title: 模拟 CRM
            kind: crm
            properties:
              url: {title: 地址, description: 根地址, required: true}
            limits: {concurrent: 64, rate: %s/s, retry-after: Retry-After}
            """;
    static final Map<String, String> KAMELETS = Map.of(
            "sim-contact-changes-action",
            kamelet("sim-contact-changes-action", """
                            - to:
                                id: list
                                uri: "system:{{system}}"
                                parameters:
                                  path: /changes
                                  query: '{"cursor": fallback($document.cursor, ""), "limit": $document.limit, "parts": fallback($document.parts, 1)}'
                                  answer: '.'
                    """),
            "sim-contact-find-action",
            kamelet("sim-contact-find-action", """
                            - to:
                                id: read
                                uri: "system:{{system}}"
                                parameters: {path: "/contacts/{document.id}", missing: "404", answer: 'if (. == null) missing() else .'}
                    """),
            "sim-contact-upsert-action",
            kamelet("sim-contact-upsert-action", """
                            - setVariable: {name: key, expression: {language: {language: jslt, expression: 'if ($remoteId == "") $externalId else $remoteId'}}}
                            - to:
                                id: write
                                uri: "system:{{system}}"
                                parameters: {method: PUT, path: "/contacts/{key}", body: '$document', effect: true}
                    """));
    static final Map<String, String> MAPPINGS = Map.of("contact-to-sim", """
                    mapping: contact-to-sim
                    fields:
                      - {to: name, from: name, steps: [{truncate: 60}]}
                      - {to: phone, from: "phones[0]"}
                      - {to: email, from: "emails[0]"}
                      - {to: company, from: company}
                      - {to: stage, from: stage}
                      - {to: tags, from: tags}
                    """, "sim-to-contact", """
                    mapping: sim-to-contact
                    fields:
                      - {to: recordId, from: id}
                      - {to: name, from: name}
                      - {to: phones, jslt: "if (.phone) [.phone]"}
                      - {to: emails, jslt: "if (.email) [.email]"}
                      - {to: company, from: company}
                      - {to: stage, from: stage}
                      - {to: tags, from: tags}
                      - {to: updatedAt, from: updatedAt}
                    """);

    private SimulatedCrmFiles() {}

    private static String kamelet(String name, String steps) {
        return """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata: {name: %s}
                spec:
                  definition:
                    title: %s
                    required: [system]
                    type: object
                    properties: {system: {title: 系统, type: string}}
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                %s
                """.formatted(name, name, steps.indent(8));
    }
}
