package com.wecomesb.configuration.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.EsbApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.mock.env.MockEnvironment;

class ShippedFlowsTest {

    private static final Path ROUTES = Path.of("routes");

    @Test
    void workWithTheBeansAndComponentsThatTheyName() throws IOException {
        // Given
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        new ClassPathBeanDefinitionScanner(beans).scan(EsbApplication.class.getPackageName());
        // When
        var mistakes = new TrialRoutes(beans, new MockEnvironment()).check(camelFiles());
        // Then
        assertThat(mistakes).isEmpty();
    }

    private static Map<String, String> camelFiles() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROUTES)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(camel|kamelet)\\.yaml"))
                    .toList()) {
                texts.put(ROUTES.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
