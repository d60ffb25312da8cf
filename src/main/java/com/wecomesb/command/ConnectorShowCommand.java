package com.wecomesb.command;

import com.wecomesb.connector.description.ConnectorDescription;
import com.wecomesb.connector.description.ConnectorDescription.Property;
import com.wecomesb.document.Mistakes;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one connector: what is to be set, what it can do, how it is limited. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a connector's settings and verbs.")
final class ConnectorShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private OfflineConfiguration configuration;

    @Parameters(paramLabel = "NAME", description = "the connector, as list shows it")
    private String name;

    @Override
    public Integer call() {
        OfflineConnectors offline =
                OfflineConnectors.read(configuration.build().checked(), configuration.settings(), new Mistakes());
        Optional<ConnectorDescription> found = offline.connectors().find(name);
        if (found.isEmpty()) {
            throw CommandFailed.refused("没有连接器 " + name + ";connector list 列出所有的");
        }
        ConnectorDescription connector = found.get();
        PrintWriter out = EsbCommand.out(spec);
        out.println(connector.name() + "  " + connector.title());
        if (!connector.documentation().isEmpty()) {
            out.println("厂商文档 " + connector.documentation());
        }
        out.println("动作 " + String.join(" ", offline.verbs(connector)));
        connector.properties().values().forEach(property -> out.println("  esb.systems.NAME." + line(property)));
        connector.probe().ifPresent(probe -> out.println("检查凭证 " + probe.method() + " " + probe.path()));
        out.flush();
        return 0;
    }

    private static String line(Property property) {
        StringBuilder line =
                new StringBuilder(kebab(property.name())).append("  ").append(property.title());
        line.append(property.required() ? "  必填" : "").append(property.secret() ? "  密钥" : "");
        if (property.defaultValue() != null) {
            line.append("  默认 ").append(property.defaultValue());
        }
        return line.append("  ").append(property.description()).toString();
    }

    /** As settings are written: {@code apiToken} is {@code api-token}. */
    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
