package com.wecomesb.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.description.ConnectorFiles;
import com.wecomesb.connector.description.Connectors;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import com.wecomesb.document.YamlFile;
import com.wecomesb.mapping.MappingFiles;
import com.wecomesb.mapping.MappingSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the documentation load, and the connector of the how-to does what it promises. */
class DocumentedConnectorsTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```yaml\\n(.*?)^\\1```$");
    private static final Pattern FILE = Pattern.compile("\\A# routes/(\\S+)\\n");
    private static final String PART = "# part of a connector file\n";
    private static final String AROUND_A_PART = """
            connector: part
            title: Part
            kind: ticket
            properties:
              token: {title: t, description: d, secret: true}
              apiKey: {title: t, description: d, secret: true}
              appKey: {title: t, description: d}
              appSecret: {title: t, description: d, secret: true}
              username: {title: t, description: d}
              password: {title: t, description: d, secret: true}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {"docs/reference/connectors.md", "docs/how-to/add-a-connector.md", "docs/how-to/add-a-system.md"})
    void everyExampleLoads(String page) throws IOException {
        // When
        List<String> mistakes = mistakes(blocks(page));
        // Then
        assertThat(mistakes).isEmpty();
    }

    @Test
    void theConnectorOfTheHowToCreatesATicketOnceAndFindsIt() throws IOException {
        // Given
        Map<String, String> files = files(blocks("docs/how-to/add-a-connector.md"));
        try (StubSystem stub = new StubSystem();
                KameletTemplates templates = new KameletTemplates(Clock.systemUTC())) {
            stub.answer(new StubSystem.Request("POST", "/oauth2/token", Map.of(), ""));
            templates.replace(kamelets(files), connectors(files, new Mistakes()));
            MappingSet mappings = mappings(files, new Mistakes());
            Systems systems = Systems.read(
                    new SystemSettings(
                            Map.of("ticket", Map.of("connector", "desk", "url", stub.url(), "token", "token-1"))),
                    new Mistakes());
            ConnectorCalls calls = new ConnectorCalls(
                    systems, () -> mappings, templates, ConnectorSettings.defaults(), Clock.systemUTC());
            JsonNode document = StubSystem.JSON.readTree("{\"subject\": \" 退换货 \", \"priority\": \"high\"}");
            // When
            JsonNode ticket = calls.call("ticket", "ticket-create", document, CallContext.of("a1"));
            JsonNode again = calls.call("ticket", "ticket-create", document, CallContext.of("a1"));
            JsonNode found = calls.call(
                    "ticket", "ticket-find", StubSystem.JSON.readTree("{\"id\": \"1\"}"), CallContext.of("a2"));
            // Then
            assertThat(ticket)
                    .isEqualTo(
                            StubSystem.JSON.readTree(
                                    "{\"id\": \"1\", \"externalId\": \"a1\", \"number\": \"T-1\", \"subject\": \"退换货\", \"status\": \"new\"}"));
            assertThat(again).isEqualTo(ticket);
            assertThat(found).isEqualTo(ticket);
            assertThat(stub.tickets).hasSize(1);
            assertThat(stub.tickets.get("1").path("urgency").asInt()).isEqualTo(3);
        }
    }

    private static List<String> mistakes(List<String> blocks) {
        Mistakes mistakes = new Mistakes();
        Map<String, String> files = files(blocks);
        int part = 0;
        for (String block : blocks) {
            if (block.startsWith(PART)) {
                String name = "part" + ++part;
                files.put(
                        "connectors/" + name + ".connector.yaml",
                        AROUND_A_PART.replace("connector: part", "connector: " + name) + block);
            } else if (!FILE.matcher(block).find()) {
                YamlFile.read("block", block, mistakes);
            }
        }
        connectors(files, mistakes);
        mappings(files, mistakes);
        List<Mistake> all = new ArrayList<>(mistakes.list());
        Map<String, String> kamelets = new TreeMap<>(files);
        kamelets.keySet().removeIf(path -> !path.endsWith(KameletFile.SUFFIX));
        all.addAll(new RouteChecks(context -> {}).check(kamelets));
        return all.stream().map(Mistake::toString).toList();
    }

    private static Connectors connectors(Map<String, String> files, Mistakes mistakes) {
        return new ConnectorFiles().read(sources(files, ".connector.yaml"), mistakes);
    }

    private static MappingSet mappings(Map<String, String> files, Mistakes mistakes) {
        List<SourceFile> sources = new ArrayList<>();
        files.forEach((path, text) -> {
            if (path.startsWith("mappings/")) {
                sources.add(new SourceFile(path, text, Origin.COMPANY));
            }
        });
        ShippedFiles.of("schemas", ".json")
                .forEach((path, text) -> sources.add(new SourceFile(path, text, Origin.SHIPPED)));
        return new MappingFiles(ZoneId.of("Asia/Shanghai")).read(sources, mistakes);
    }

    private static List<SourceFile> sources(Map<String, String> files, String suffix) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(suffix))
                .map(file -> new SourceFile(file.getKey(), file.getValue(), Origin.COMPANY))
                .toList();
    }

    private static Map<String, String> kamelets(Map<String, String> files) {
        Map<String, String> kamelets = new HashMap<>();
        files.forEach((path, text) -> {
            if (path.endsWith(KameletFile.SUFFIX)) {
                kamelets.put(path.replace("connectors/", "").replace(KameletFile.SUFFIX, ""), text);
            }
        });
        return kamelets;
    }

    private static Map<String, String> files(List<String> blocks) {
        Map<String, String> files = new TreeMap<>();
        for (String block : blocks) {
            var name = FILE.matcher(block);
            if (name.find()) {
                files.put(name.group(1), block);
            }
        }
        return files;
    }

    private static List<String> blocks(String page) throws IOException {
        List<String> blocks = new ArrayList<>();
        // Blocks of lists are indented.
        BLOCK.matcher(Files.readString(Path.of(page)))
                .results()
                .forEach(block -> blocks.add(block.group(2).replaceAll("(?m)^" + block.group(1), "")));
        assertThat(blocks).as(page).isNotEmpty();
        return blocks;
    }
}
