package com.wecomesb.command;

import com.wecomesb.configuration.ShippedFiles;
import com.wecomesb.connector.SystemKind;
import com.wecomesb.connector.draft.ConnectorDraft;
import com.wecomesb.connector.draft.CurlCall;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a connector, or a verb of one that is there, with a call that works in curl. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Writes connector file, Kamelet and mappings of a call that was pasted from a terminal or a vendor's page.",
            "Secrets go into no file: they become settings, whose names are told. Nothing that is there is written over."
        })
final class ConnectorNewCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private OfflineConfiguration configuration;

    @Parameters(paramLabel = "NAME", description = "the connector, in small letters: zendesk")
    private String name;

    @Option(
            names = "--from-curl",
            required = true,
            paramLabel = "FILE",
            description = "a file with the curl call; - for the standard input")
    private Path curl;

    @Option(
            names = "--verb",
            required = true,
            paramLabel = "VERB",
            description =
                    "what the call does: contact-upsert, contact-find, order-find, ticket-create, ticket-comment, …")
    private String verb;

    @Override
    public Integer call() throws IOException {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw CommandFailed.refused("连接器的名字用小写字母、数字和 -,例如 zendesk");
        }
        Path routes = configuration.routes(configuration.settings());
        String description = "connectors/" + name + ".connector.yaml";
        if (ShippedFiles.ofProduct().has(description) && !Files.exists(routes.resolve(description))) {
            throw CommandFailed.refused("连接器 " + name + " 是自带的,同名的文件会盖住它;换个名字,例如 " + name + "-2");
        }
        ConnectorDraft draft = draft(Files.isDirectory(routes.resolve(".schema")) ? "../.schema" : "../../docs/schema");
        PrintWriter out = EsbCommand.out(spec);
        for (Map.Entry<String, String> file : draft.files().entrySet()) {
            Path target = routes.resolve(file.getKey());
            if (Files.exists(target)) {
                out.println("已有,没有改:" + target);
            } else {
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.writeString(target, file.getValue());
                out.println("写了 " + target);
            }
        }
        out.println("设置:");
        out.println("  esb.systems." + name + ".connector=" + name);
        out.println("  esb.systems." + name + ".kind=" + kind());
        out.println("  esb.systems." + name + ".url=" + draft.url());
        draft.settings().forEach(setting -> out.println("  esb.systems." + name + "." + kebab(setting) + "=…"));
        out.println("接着改写着 CHANGE 的地方;rules check 检查文件,connector check " + name + " 检查凭证");
        out.flush();
        return 0;
    }

    private ConnectorDraft draft(String schemas) throws IOException {
        String text = curl.toString().equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(curl);
        try {
            return ConnectorDraft.of(name, verb, CurlCall.parse(text), schemas);
        } catch (IllegalArgumentException unfit) {
            throw CommandFailed.refused(String.valueOf(unfit.getMessage()));
        }
    }

    private String kind() {
        return SystemKind.ofVerb(verb).map(kind -> kind.word()).orElse("");
    }

    private static String kebab(String setting) {
        return setting.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
