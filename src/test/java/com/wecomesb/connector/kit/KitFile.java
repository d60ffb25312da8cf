package com.wecomesb.connector.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * What an engineer writes to get a connector into the kit: {@code src/test/resources/connectors/NAME.yaml}. How to write it
 * stands in {@code docs/how-to/add-a-connector.md}.
 *
 * @param name the file's name, for there may be several ways to be tried with one connector
 * @param settings what would stand under {@code esb.systems.NAME}; {@code url} is the path below the stub's address
 * @param folder where the captures are, below {@code src/test/resources}
 * @param asides captures that may be asked for at any time: logins
 * @param refusals captures of how the system refuses wrong credentials
 * @param probe the capture of the probe, empty where the connector has none
 * @param hints webhooks, each about a record that one of the calls looks up by its id
 * @param raw whether answers are not mapped back, so that texts come as the system gives them
 * @param not why a rule is not for this system, by the rule's word
 */
record KitFile(
        String name,
        String connector,
        String kind,
        Map<String, String> settings,
        Path folder,
        List<Capture> asides,
        List<Capture> refusals,
        List<Capture> probe,
        List<KitCall> calls,
        List<KitHint> hints,
        boolean raw,
        Map<String, String> not) {

    private static final Path RESOURCES = Path.of("src/test/resources");

    /** Every kit file, in the order of their names. */
    static List<KitFile> all() {
        try (var files = Files.list(RESOURCES.resolve("connectors"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> read(file, RESOURCES))
                    .sorted(Comparator.comparing(KitFile::name))
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** One kit file whose captures are below {@code resources}. */
    static KitFile read(Path file, Path resources) {
        try {
            Mistakes mistakes = new Mistakes();
            YamlNode root = YamlFile.read(file.toString(), Files.readString(file), mistakes)
                    .orElseThrow(() -> new IllegalArgumentException(file + ": " + mistakes.list()));
            return of(file.getFileName().toString().replace(".yaml", ""), root.json(), resources);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static KitFile of(String name, JsonNode file, Path resources) {
        Path folder = resources.resolve(file.path("folder").asText());
        List<KitCall> calls =
                stream(file.path("calls")).map(call -> KitCall.of(folder, call)).toList();
        Map<String, String> not = texts(file.path("not"));
        if (calls.stream().noneMatch(call -> call.verb().equals("contact-upsert"))) {
            not.putIfAbsent(KitRule.CLEARED.word(), "不写联系人");
        }
        return new KitFile(
                name,
                file.path("connector").asText(),
                file.path("kind").asText(),
                texts(file.path("settings")),
                folder,
                captures(folder, file.path("asides")),
                captures(folder, file.path("refusals")),
                captures(folder, file.path("probe")),
                calls,
                stream(file.path("hints"))
                        .map(hint -> new KitHint(texts(hint.path("headers")), hint.path("says")))
                        .toList(),
                file.path("raw").asText("").equals("true"),
                not);
    }

    static List<Capture> captures(Path folder, JsonNode references) {
        return (references.isTextual()
                        ? List.of(references)
                        : stream(references).toList())
                .stream()
                        .flatMap(reference -> reference.asText().contains("#")
                                ? List.of(CaptureFile.one(folder, reference.asText())).stream()
                                : CaptureFile.read(folder.resolve(reference.asText())).stream())
                        .toList();
    }

    static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
