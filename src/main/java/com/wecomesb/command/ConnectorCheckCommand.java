package com.wecomesb.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.ConnectorCalls;
import com.wecomesb.connector.ConnectorSettings;
import com.wecomesb.connector.KameletTemplates;
import com.wecomesb.connector.SystemCheck;
import com.wecomesb.connector.SystemCheck.Outcome;
import com.wecomesb.document.Mistakes;
import com.wecomesb.mapping.MappingSet;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the configured systems whether they know us. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Asks each configured system whether it knows us; exit code 1 if one does not, or is away.")
final class ConnectorCheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private OfflineConfiguration configuration;

    @Parameters(paramLabel = "SYSTEM", arity = "0..*", description = "these only, by their names in esb.systems")
    private List<String> names = List.of();

    @Option(names = "--json", description = "print as JSON")
    private boolean json;

    @Override
    public Integer call() {
        Mistakes mistakes = new Mistakes();
        OfflineConnectors offline =
                OfflineConnectors.read(configuration.build().checked(), configuration.settings(), mistakes);
        PrintWriter out = EsbCommand.out(spec);
        mistakes.list().forEach(spec.commandLine().getErr()::println);
        List<SystemCheck> checks = checks(offline);
        if (json) {
            out.println(BusOptions.text(new ObjectMapper().valueToTree(checks)));
        } else if (checks.isEmpty()) {
            out.println("没有配置系统(esb.systems.NAME.connector)");
        } else {
            checks.forEach(check -> out.println(line(check)));
        }
        out.flush();
        boolean well = mistakes.isEmpty()
                && checks.stream()
                        .allMatch(check -> check.outcome() == Outcome.WELL || check.outcome() == Outcome.UNKNOWN);
        return well ? 0 : CommandFailed.NOT_WELL;
    }

    private List<SystemCheck> checks(OfflineConnectors offline) {
        for (String name : names) {
            if (offline.systems().find(name).isEmpty()) {
                throw CommandFailed.refused("没有配置系统 " + name);
            }
        }
        try (KameletTemplates templates = new KameletTemplates(Clock.systemUTC())) {
            templates.replace(Map.of(), offline.connectors());
            ConnectorCalls calls = new ConnectorCalls(
                    offline.systems(), MappingSet::empty, templates, ConnectorSettings.defaults(), Clock.systemUTC());
            return offline.systems().all().stream()
                    .map(ConnectedSystem::name)
                    .filter(name -> names.isEmpty() || names.contains(name))
                    .map(calls::check)
                    .toList();
        }
    }

    private static String line(SystemCheck check) {
        String sign = switch (check.outcome()) {
            case WELL -> "✓";
            case UNKNOWN -> "?";
            default -> "✗";
        };
        return sign + " " + check.system() + "(" + check.connector() + "):" + check.reason();
    }
}
