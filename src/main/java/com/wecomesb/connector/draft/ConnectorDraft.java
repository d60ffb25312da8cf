package com.wecomesb.connector.draft;

import com.wecomesb.connector.SystemKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a new connector.
 *
 * @param files whole texts by path below the routes folder
 * @param url what is to be set as {@code esb.systems.NAME.url}
 * @param settings the names of the settings that the call's secrets go into; their values are in no file
 */
public record ConnectorDraft(Map<String, String> files, String url, List<String> settings) {

    /**
     * Makes the files of one verb.
     *
     * @param schemas where editors find the JSON Schemas, seen from the files: {@code ../.schema}
     * @throws IllegalArgumentException for a verb that is none
     */
    public static ConnectorDraft of(String connector, String verb, CurlCall call, String schemas) {
        SystemKind kind = SystemKind.ofVerb(verb).orElseThrow(() -> new IllegalArgumentException("不认识的动作 " + verb));
        DraftAuth auth = DraftAuth.of(call);
        String canonical = verb.equals("ticket-comment") ? "comment" : verb.substring(0, verb.indexOf('-'));
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "connectors/" + connector + ".connector.yaml",
                schema(schemas, "connector") + description(connector, kind, auth));
        files.put(
                "connectors/" + connector + "-" + verb + "-action.kamelet.yaml",
                DraftKamelet.text(connector, verb, kind.word(), auth.open()));
        if (!verb.endsWith("-find") && !verb.endsWith("-changes")) {
            files.put(
                    "mappings/" + canonical + "-to-" + connector + ".yaml",
                    schema(schemas, "mapping")
                            + DraftMapping.to(canonical, connector, auth.open().sent(), where(verb)));
        }
        files.put(
                "mappings/" + connector + "-to-" + canonical + ".yaml",
                schema(schemas, "mapping") + DraftMapping.from(canonical, connector));
        return new ConnectorDraft(files, call.origin(), auth.settings());
    }

    private static String where(String verb) {
        return verb.equals("ticket-comment") ? "ticketId" : verb.endsWith("-update") ? "id" : "";
    }

    private static String schema(String schemas, String format) {
        return "# yaml-language-server: $schema=" + schemas + "/" + format + ".schema.json\n";
    }

    private static String description(String connector, SystemKind kind, DraftAuth auth) {
        StringBuilder text = new StringBuilder();
        text.append("connector: ").append(connector).append("\ntitle: ").append(connector);
        text.append("\nkind: ").append(kind.word()).append('\n');
        if (!auth.properties().isEmpty()) {
            text.append("properties:\n");
            auth.properties()
                    .forEach(property -> text.append("  ").append(property).append('\n'));
        }
        return text.append(auth.auth())
                .append("# CHANGE: a call that fails without credentials; connector check and health make it.\n")
                .append("# probe: {path: /me, expect: '.id != null'}\n")
                .toString();
    }
}
