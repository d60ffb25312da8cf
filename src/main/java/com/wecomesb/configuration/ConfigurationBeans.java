package com.wecomesb.configuration;

import com.wecomesb.configuration.flow.FlowLoader;
import com.wecomesb.configuration.flow.RouteCheck;
import com.wecomesb.configuration.flow.TrialRoutes;
import com.wecomesb.decision.Policy;
import com.wecomesb.identity.IdentityRules;
import com.wecomesb.mapping.MappingSet;
import com.wecomesb.media.MediaFolder;
import com.wecomesb.rule.RuleSet;
import com.wecomesb.rule.RulesComponent;
import com.wecomesb.sync.SyncPlan;
import com.wecomesb.understanding.Language;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the bus knows of its files. */
@Configuration(proxyBeanMethods = false)
class ConfigurationBeans {

    @Bean
    RoutesFolder routesFolder(Folders folders) {
        return new RoutesFolder(folders.routes(), ShippedFiles.ofProduct());
    }

    @Bean
    MediaFolder mediaFolder(RoutesFolder folder) {
        return folder.media();
    }

    @Bean
    @ConditionalOnMissingBean
    RouteCheck routeCheck(ListableBeanFactory beans, Environment environment) {
        return new TrialRoutes(beans, environment);
    }

    @Bean
    SnapshotBuilder snapshotBuilder(Environment environment, RouteCheck routes) {
        return Formats.builder(environment, routes);
    }

    @Bean
    RunningConfiguration runningConfiguration(
            RoutesFolder folder, SnapshotBuilder builder, ObjectProvider<SnapshotListener> listeners) {
        RunningConfiguration configuration = RunningConfiguration.start(folder, builder);
        listeners.orderedStream().forEach(configuration::addListener);
        return configuration;
    }

    @Bean
    ConfigurationWatcher configurationWatcher(
            RoutesFolder folder,
            RunningConfiguration configuration,
            @Value("${esb.routes-poll:300ms}") Duration interval) {
        return new ConfigurationWatcher(folder, configuration, interval);
    }

    @Bean
    HealthIndicator configurationHealthIndicator(RunningConfiguration configuration) {
        return new ConfigurationHealth(configuration);
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

    /** What a batch is decided by: the parts of one snapshot, the one in force at the moment of asking. */
    @Bean
    Supplier<Policy> policy(RunningConfiguration configuration) {
        return () -> configuration.current().policy();
    }

    /** The Camel component {@code rules:} of the company's own routes. */
    @Bean("rules")
    RulesComponent rulesComponent(RunningConfiguration configuration) {
        return new RulesComponent(
                () -> configuration.current().part(RuleSet.class),
                () -> configuration.current().part(Language.class));
    }

    /** The mappings of the snapshot in force at the moment of asking. */
    @Bean
    Supplier<MappingSet> mappings(RunningConfiguration configuration) {
        return () -> configuration.current().part(MappingSet.class);
    }

    /** What is kept in step, of the snapshot in force at the moment of asking. */
    @Bean
    Supplier<SyncPlan> syncPlan(RunningConfiguration configuration) {
        return () -> configuration.current().part(SyncPlan.class);
    }

    /** How people are recognised, of the snapshot in force at the moment of asking. */
    @Bean
    Supplier<IdentityRules> identityRules(RunningConfiguration configuration) {
        return () -> configuration.current().part(IdentityRules.class);
    }

    /** The name of the snapshot in force at the moment of asking. */
    @Bean
    Supplier<String> snapshotName(RunningConfiguration configuration) {
        return () -> configuration.current().hash();
    }
}
