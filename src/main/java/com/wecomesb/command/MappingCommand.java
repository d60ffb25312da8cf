package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import com.wecomesb.mapping.Mapping;
import com.wecomesb.mapping.MappingSet;
import com.wecomesb.mapping.MappingTrace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries a mapping out; needs no running bus. */
@Command(name = "mapping", mixinStandardHelpOptions = true, description = "Tries mappings out, without a running bus.")
final class MappingCommand implements Runnable {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "test");
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = "Checks a mapping's file with its examples; with --in it maps a document, too.")
    int test(
            @Parameters(paramLabel = "FILE", description = "the mapping, routes/mappings/….yaml") Path file,
            @Option(names = "--in", paramLabel = "JSON-FILE", description = "a document to map") @Nullable
                    Path document)
            throws IOException {
        Mistakes mistakes = new Mistakes();
        List<YamlNode> roots = YamlFile.read(file.toString(), Files.readString(file), mistakes).stream()
                .toList();
        MappingSet mappings = MappingSet.read(roots, mistakes);
        PrintWriter out = EsbCommand.out(spec);
        mistakes.list().forEach(out::println);
        if (!mistakes.isEmpty() || mappings.names().isEmpty()) {
            out.flush();
            return CommandFailed.NOT_WELL;
        }
        String name = mappings.names().iterator().next();
        int exitCode = 0;
        if (document == null) {
            out.println(name + ": 例子全部通过");
        } else {
            exitCode = map(mappings.find(name).orElseThrow(), JSON.readTree(document.toFile()), out);
        }
        out.flush();
        return exitCode;
    }

    private static int map(Mapping mapping, JsonNode document, PrintWriter out) {
        MappingTrace trace = mapping.trace(document, JsonNodeFactory.instance.objectNode());
        out.println(BusOptions.text(JSON.valueToTree(trace)));
        return trace.violations().isEmpty() ? 0 : CommandFailed.NOT_WELL;
    }
}
