package com.wecomesb.command;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.wecomesb.document.Mistakes;
import com.wecomesb.mapping.Mapping;
import com.wecomesb.mapping.MappingSet;
import com.wecomesb.mapping.MappingTrace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
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

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "test");
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = "Checks a mapping's file with its examples and says what of the source it does not read;"
                    + " with --in it maps a document, too.")
    int test(
            @Parameters(paramLabel = "FILE", description = "the mapping, routes/mappings/….yaml") Path file,
            @Option(names = "--in", paramLabel = "JSON-FILE", description = "a document to map") @Nullable
                    Path document,
            @Option(
                            names = "--context",
                            paramLabel = "JSON-FILE",
                            description = "$conversation, $channel, $staff, $corp")
                    @Nullable
                    Path context,
            @Option(names = "--back", description = "by the mapping that reverse: true makes") boolean back,
            @Option(names = "--json", description = "print as JSON") boolean json)
            throws IOException {
        Mistakes mistakes = new Mistakes();
        MappingSet mappings = OfflineMapping.read(file, mistakes);
        PrintWriter out = EsbCommand.out(spec);
        mistakes.list().forEach(out::println);
        Optional<Mapping> mapping = chosen(mappings, file, back);
        if (!mistakes.isEmpty() || mapping.isEmpty()) {
            out.println(
                    mistakes.isEmpty()
                            ? "没有反向的映射:文件里要有 reverse: true"
                            : mistakes.list().size() + " 处错误");
            out.flush();
            return CommandFailed.NOT_WELL;
        }
        int exitCode = 0;
        if (document == null) {
            mappings.names().forEach(name -> report(mappings.find(name).orElseThrow(), out));
        } else {
            exitCode = map(mapping.get(), JSON.readTree(document.toFile()), context(context), json, out);
        }
        out.flush();
        return exitCode;
    }

    /** The file's own mapping, or the one that it makes of that by turning it round. */
    private static Optional<Mapping> chosen(MappingSet mappings, Path file, boolean back) {
        String own = String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", "");
        return mappings.names().stream()
                .filter(name -> name.equals(own) != back)
                .findFirst()
                .flatMap(mappings::find);
    }

    private static JsonNode context(@Nullable Path file) throws IOException {
        return file == null ? JsonNodeFactory.instance.objectNode() : JSON.readTree(file.toFile());
    }

    private static void report(Mapping mapping, PrintWriter out) {
        out.println(mapping.name() + ": 例子全部通过");
        unread(mapping.unread(), out);
    }

    private static int map(Mapping mapping, JsonNode document, JsonNode context, boolean json, PrintWriter out) {
        MappingTrace trace = mapping.trace(document, context);
        if (json) {
            out.println(BusOptions.text(JSON.valueToTree(trace)));
        } else {
            out.println(BusOptions.text(trace.result()));
            trace.trace().forEach(field -> out.println(line(field)));
            trace.violations().forEach(violation -> out.println("错误 " + violation.sentence()));
            unread(trace.unread(), out);
        }
        return trace.violations().isEmpty() ? 0 : CommandFailed.NOT_WELL;
    }

    private static String line(MappingTrace.Field field) {
        StringBuilder line = new StringBuilder(field.to());
        line.append(field.from() == null ? "" : " ← " + field.from())
                .append(": ")
                .append(shown(field.input()));
        field.steps()
                .forEach(step ->
                        line.append(" —").append(step.step()).append("→ ").append(shown(step.output())));
        if (field.steps().isEmpty() && field.output() != null && !field.output().equals(field.input())) {
            line.append(" → ").append(field.output());
        }
        return line.append(field.note() == null ? "" : "(" + field.note() + ")").toString();
    }

    private static String shown(@Nullable JsonNode value) {
        return value == null ? "没有" : value.toString();
    }

    private static void unread(Collection<String> fields, PrintWriter out) {
        if (!fields.isEmpty()) {
            out.println("没有读取的来源字段:" + String.join("、", fields));
        }
    }
}
