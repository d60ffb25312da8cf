package com.wecomesb.connector.draft;

import java.util.Map;

/** The Kamelet of a verb. */
final class DraftKamelet {

    private static final Map<String, String> NAMESPACES = Map.of("crm", "CRM", "shop", "Shop", "ticket", "Ticket");

    private DraftKamelet() {}

    static String text(String connector, String verb, String kind, CurlCall call) {
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
                + new DraftSteps(new CallText(call)).of(verb).indent(8);
    }
}
