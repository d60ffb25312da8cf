package com.wecomesb.configuration;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Adds {@code esb.data-path}, the data folder as an absolute path: H2 refuses a relative one in its URL. */
final class DataFolderEnvironment implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path folder = Path.of(environment.getProperty("esb.data-dir", "data"));
        Map<String, Object> path =
                Map.of("esb.data-path", folder.toAbsolutePath().normalize().toString());
        environment.getPropertySources().addLast(new MapPropertySource("esb-data-folder", path));
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
