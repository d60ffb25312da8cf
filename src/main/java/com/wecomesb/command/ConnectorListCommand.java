package com.wecomesb.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.SystemKind;
import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.document.Mistakes;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the connectors with what they can do and the systems that use them. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists connectors, their verbs and their systems.")
final class ConnectorListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private OfflineConfiguration configuration;

    @Option(names = "--json", description = "print as JSON")
    private boolean json;

    @Override
    public Integer call() {
        Mistakes mistakes = new Mistakes();
        OfflineConnectors offline =
                OfflineConnectors.read(configuration.build().checked(), configuration.settings(), mistakes);
        PrintWriter out = EsbCommand.out(spec);
        mistakes.list().forEach(out::println);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (ConnectorDescription connector : offline.connectors().all()) {
            List<String> systems = offline.systems().all().stream()
                    .filter(system -> system.connector().equals(connector.name()))
                    .map(ConnectedSystem::name)
                    .toList();
            if (json) {
                put(connector, offline.verbs(connector), systems, all.addObject());
            } else {
                out.println(line(connector, offline.verbs(connector), systems));
            }
        }
        if (json) {
            out.println(BusOptions.text(all));
        }
        out.flush();
        return mistakes.isEmpty() ? 0 : CommandFailed.NOT_WELL;
    }

    private static void put(ConnectorDescription connector, List<String> verbs, List<String> systems, ObjectNode into) {
        into.put("connector", connector.name()).put("title", connector.title());
        ArrayNode kinds = into.putArray("kinds");
        connector.kinds().stream().sorted().map(SystemKind::word).forEach(kinds::add);
        ArrayNode can = into.putArray("verbs");
        verbs.forEach(can::add);
        ArrayNode used = into.putArray("systems");
        systems.forEach(used::add);
    }

    private static String line(ConnectorDescription connector, List<String> verbs, List<String> systems) {
        String used = systems.isEmpty() ? "" : "  用于 " + String.join("、", systems);
        return connector.name() + "  " + connector.title() + "  " + String.join(" ", verbs) + used;
    }
}
