package com.wecomesb.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every file in {@code routes/} keeps to: integrators read them as examples. */
class RouteFilesTest {

    private static final Path ROUTES = Path.of("routes");
    private static final int MAX_LINES = 80;
    private static final int MAX_ROUTES = 5;
    private static final int MAX_KAMELET_LINES = 120;
    private static final Pattern KAFKA_HEADER = Pattern.compile("kafka\\.[A-Z]");
    private static final Pattern SECRET = Pattern.compile("(?i).*(secret|password|token|apikey|api-key)");
    private static final Pattern HOST =
            Pattern.compile("https?://(?!127\\.0\\.0\\.1|localhost|[a-z.]*example\\.)[A-Za-z0-9]");

    /** The consumer of camel-kafka loses records with any other value of these: docs/decisions/0003. */
    private static final Map<String, String> KAFKA_CONSUMER = Map.of(
            "pollOnError", "RECONNECT",
            "autoOffsetReset", "earliest",
            "autoCommitEnable", "false",
            "allowManualCommit", "true");

    static Stream<Path> flows() {
        return files(".camel.yaml");
    }

    static Stream<Path> kamelets() {
        return files(".kamelet.yaml");
    }

    static Stream<Path> content() {
        return files(".yaml").filter(path -> !path.toString().contains("flows") && path.getNameCount() > 1);
    }

    @ParameterizedTest
    @MethodSource("flows")
    void everyRouteHasIdAndDescription(Path file) {
        for (YamlNode item : root(file).items()) {
            for (String kind : List.of("route", "routeConfiguration")) {
                item.get(kind).ifPresent(route -> {
                    assertThat(text(route, "id")).as(kind + " at " + route).isNotBlank();
                    assertThat(text(route, "description"))
                            .as("description at " + route)
                            .isNotBlank();
                });
            }
        }
    }

    @Test
    void everyRouteIdIsThereOnce() {
        Set<String> ids = new HashSet<>();
        flows().flatMap(file -> root(file).items().stream())
                .flatMap(item -> item.get("route").stream())
                .forEach(route -> assertThat(ids.add(text(route, "id")))
                        .as("id at " + route)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("flows")
    void everyFlowIsShortAndEachOfItsRoutesHasAPurpose(Path file) {
        assertThat(lines(file)).hasSizeLessThanOrEqualTo(MAX_LINES);
        assertThat(root(file).items()).hasSizeLessThanOrEqualTo(MAX_ROUTES);
        assertThat(lines(file).get(0)).as("what the file is for").startsWith("#");
    }

    @ParameterizedTest
    @MethodSource("flows")
    void everyStepThatLeavesTheRouteHasAnId(Path file) {
        for (YamlNode step : nodes(root(file))) {
            for (String name : List.of("to", "toD", "bean", "choice")) {
                step.get(name)
                        .filter(YamlNode::isMap)
                        .ifPresent(called -> assertThat(text(called, "id"))
                                .as(name + " at " + called)
                                .isNotBlank());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("flows")
    void everyKafkaConsumerKeepsWhatItCouldNotHandle(Path file) {
        for (YamlNode node : nodes(root(file))) {
            node.get("from")
                    .filter(from -> text(from, "uri").startsWith("kafka"))
                    .ifPresent(from -> {
                        YamlNode parameters = from.nearest(List.of("parameters"));
                        KAFKA_CONSUMER.forEach((option, value) -> assertThat(text(parameters, option))
                                .as(option + " at " + from)
                                .isEqualTo(value));
                        assertThat(text(parameters, "kafkaManualCommitFactory"))
                                .as("commits failures, too")
                                .isEmpty();
                        assertThat(text(parameters, "batching"))
                                .as("commits what was not handled")
                                .isIn("", "false");
                    });
        }
    }

    @ParameterizedTest
    @MethodSource({"flows", "kamelets"})
    void noFileNamesHeadersThatCamelRenames(Path file) {
        assertThat(lines(file)).noneMatch(line -> KAFKA_HEADER.matcher(line).find());
    }

    @ParameterizedTest
    @MethodSource("flows")
    void noFlowHasAddressesOrTheMeansThatLoseMessages(Path file) {
        assertThat(lines(file)).noneMatch(line -> HOST.matcher(line).find());
        Set<String> keys = new HashSet<>();
        nodes(root(file)).forEach(node -> keys.addAll(node.map().keySet()));
        assertThat(keys).doesNotContain("transacted", "idempotentConsumer", "pausable");
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void everyKameletIsNamedAsItsFileAndIsShort(Path file) {
        String name = String.valueOf(file.getFileName()).replace(".kamelet.yaml", "");
        YamlNode root = root(file);
        assertThat(text(root.nearest(List.of("metadata")), "name")).isEqualTo(name);
        assertThat(name)
                .endsWith("-" + text(root.nearest(List.of("metadata", "labels")), "camel.apache.org/kamelet.type"));
        assertThat(lines(file)).hasSizeLessThanOrEqualTo(MAX_KAMELET_LINES);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void everyPropertyOfAKameletIsDescribedAndSecretsAreMarked(Path file) {
        properties(file).forEach((name, property) -> {
            assertThat(name).as("a reserved name").isNotEqualTo("id");
            assertThat(text(property, "title")).as("title of " + name).isNotBlank();
            assertThat(text(property, "description"))
                    .as("description of " + name)
                    .isNotBlank();
            if (SECRET.matcher(name).matches()) {
                assertThat(text(property, "format")).as("format of " + name).isEqualTo("password");
                assertThat(property.get("x-descriptors").map(YamlNode::items).orElse(List.of()))
                        .as("x-descriptors of " + name)
                        .extracting(YamlNode::text)
                        .contains("urn:camel:group:credentials");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void everyPropertyThatAKameletUsesIsDeclared(Path file) {
        Set<String> declared = new HashSet<>(properties(file).keySet());
        root(file)
                .nearest(List.of("spec", "template", "beans"))
                .items()
                .forEach(bean -> declared.add(text(bean, "name")));
        String template = String.join("\n", lines(file)).replaceFirst("(?s).*\\n  template:", "");
        Matcher used = Pattern.compile("\\{\\{\\??([A-Za-z0-9.-]+)(:[^}]*)?}}").matcher(template);
        while (used.find()) {
            assertThat(declared).contains(used.group(1));
        }
    }

    @ParameterizedTest
    @MethodSource("content")
    void everyContentFileNamesTheSchemaThatEditorsUse(Path file) {
        if (file.toString().matches("routes/(rules|replies|mappings)/.*|routes/accounts\\.yaml")) {
            Matcher schema = Pattern.compile("# yaml-language-server: \\$schema=(\\S+)")
                    .matcher(lines(file).get(0));
            assertThat(schema.matches()).as("first line of " + file).isTrue();
            assertThat(file.resolveSibling(schema.group(1))).exists();
        }
    }

    private static Map<String, YamlNode> properties(Path file) {
        return root(file)
                .get("spec")
                .flatMap(spec -> spec.get("definition"))
                .flatMap(definition -> definition.get("properties"))
                .map(YamlNode::map)
                .orElse(Map.of());
    }

    private static String text(YamlNode node, String key) {
        return node.get(key).map(YamlNode::text).orElse("");
    }

    private static List<YamlNode> nodes(YamlNode node) {
        List<YamlNode> all = new ArrayList<>(List.of(node));
        if (node.isMap()) {
            node.map().values().forEach(value -> all.addAll(nodes(value)));
        } else if (node.isList()) {
            node.items().forEach(item -> all.addAll(nodes(item)));
        }
        return all;
    }

    private static YamlNode root(Path file) {
        Mistakes mistakes = new Mistakes();
        YamlNode root = YamlFile.read(file.toString(), String.join("\n", lines(file)), mistakes)
                .orElseThrow(() -> new AssertionError(mistakes.list()));
        assertThat(mistakes.list()).isEmpty();
        return root;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> files(String suffix) {
        try (Stream<Path> walk = Files.walk(ROUTES)) {
            return walk.filter(path -> path.toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
