package com.wecomesb.configuration;

import com.wecomesb.configuration.flow.FlowLoader;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The configuration as the bus has it, without a Camel context that tries routes out and without a watcher. */
public class TestConfigurationBeans {

    @Bean
    RoutesFolder routesFolder(Folders folders) {
        return new RoutesFolder(folders.routes(), ShippedFiles.ofProduct());
    }

    @Bean
    RunningConfiguration runningConfiguration(
            RoutesFolder folder, Environment environment, ObjectProvider<SnapshotListener> listeners) {
        RunningConfiguration configuration =
                RunningConfiguration.start(folder, Formats.builder(environment, files -> List.of()));
        listeners.orderedStream().forEach(configuration::addListener);
        return configuration;
    }

    @Bean
    ContentFiles contentFiles(RoutesFolder folder, RunningConfiguration configuration) {
        return new ContentFiles(folder, configuration);
    }

    @Bean
    BookFolder bookFolder(RunningConfiguration configuration, ContentFiles content) {
        return new BookFolder(configuration, content);
    }

    @Bean
    FlowLoader flowLoader(RunningConfiguration configuration) {
        return new FlowLoader(configuration);
    }
}
