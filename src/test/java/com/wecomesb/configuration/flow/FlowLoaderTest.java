package com.wecomesb.configuration.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.configuration.FlowConfigurations;
import com.wecomesb.configuration.RunningConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowLoaderTest {

    private static final String KAMELET = """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata: {name: greet-action}
            spec:
              definition:
                title: Greets
                properties:
                  name: {title: Name, type: string}
              template:
                from:
                  uri: kamelet:source
                  steps:
                    - setBody: {constant: "%s {{name}}"}
            """;

    @TempDir
    Path folder;

    private final CamelContext camel = new DefaultCamelContext();
    private RunningConfiguration configuration;
    private FlowLoader loader;

    @BeforeEach
    void start() throws Exception {
        write("connectors/greet-action.kamelet.yaml", KAMELET.formatted("hello"));
        write("flows/own.camel.yaml", route("own", "direct:own", "kamelet:greet-action?name=Wang"));
        configuration = FlowConfigurations.start(
                folder, Map.of("flows/shipped.camel.yaml", route("shipped", "direct:shipped", "log:{{word}}")));
        camel.getPropertiesComponent().addInitialProperty("word", "a-placeholder");
        loader = new FlowLoader(configuration);
        loader.beforeApplicationStart(camel);
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void loadsTheProductsFlowsTheCompanysAndTheirConnectors() {
        // When
        String answer = ask("direct:own");
        // Then
        assertThat(answer).isEqualTo("hello Wang");
        assertThat(camel.getRoute("shipped")).isNotNull();
    }

    @Test
    void replacesAChangedConnectorUnderAFlowThatRuns() throws IOException {
        // Given
        ask("direct:own");
        write("connectors/greet-action.kamelet.yaml", KAMELET.formatted("good day"));
        // When
        configuration.reload();
        // Then
        assertThat(ask("direct:own")).isEqualTo("good day Wang");
    }

    @Test
    void replacesTheCompanysOwnFlow() throws IOException {
        // Given
        write("flows/own.camel.yaml", route("own", "direct:own", "kamelet:greet-action?name=Li"));
        // When
        configuration.reload();
        // Then
        assertThat(ask("direct:own")).isEqualTo("hello Li");
        assertThat(loader.waitingForRestart()).isEmpty();
    }

    @Test
    void addsANewFlowAndRemovesADeletedOne() throws IOException {
        // Given
        Files.delete(folder.resolve("flows/own.camel.yaml"));
        write("flows/second.camel.yaml", route("second", "direct:second", "kamelet:greet-action?name=Zhao"));
        // When
        configuration.reload();
        // Then
        assertThat(ask("direct:second")).isEqualTo("hello Zhao");
        assertThat(camel.getRoute("own")).isNull();
    }

    @Test
    void removesARouteThatIsNoLongerInItsFile() throws IOException {
        // Given
        String first = route("own", "direct:own", "log:x");
        write("flows/own.camel.yaml", first + route("other", "direct:other", "log:x"));
        configuration.reload();
        assertThat(camel.getRoute("other")).isNotNull();
        write("flows/own.camel.yaml", first);
        // When
        configuration.reload();
        // Then
        assertThat(camel.getRoute("other")).isNull();
        assertThat(camel.getRoute("own")).isNotNull();
    }

    @Test
    void keepsAFlowOfTheProductUntilARestartAndSaysSo() throws IOException {
        // Given
        write("flows/shipped.camel.yaml", route("shipped", "direct:shipped-anew", "log:x"));
        // When
        configuration.reload();
        // Then
        assertThat(loader.waitingForRestart()).isEqualTo(List.of("flows/shipped.camel.yaml"));
        assertThat(camel.getRoute("shipped").getEndpoint().getEndpointUri()).isEqualTo("direct://shipped");
    }

    private String ask(String endpoint) {
        return camel.createFluentProducerTemplate().to(endpoint).withBody("x").request(String.class);
    }

    private static String route(String id, String from, String to) {
        return """
                - route:
                    id: %s
                    from:
                      uri: %s
                      steps:
                        - to: {uri: "%s"}
                """.formatted(id, from, to);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
