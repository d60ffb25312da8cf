package com.wecomesb.decision;

import com.wecomesb.bus.ActionTopics;
import com.wecomesb.bus.Pseudonyms;
import com.wecomesb.configuration.RunningConfiguration;
import com.wecomesb.conversation.Contacts;
import com.wecomesb.understanding.external.ExternalClassifiers;
import com.wecomesb.understanding.external.OutsideClassifiers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The decide step for tests of what is built on it, without Kafka: what it decides goes nowhere. */
@ComponentScan(basePackageClasses = {Decision.class, Contacts.class})
@EnableConfigurationProperties(DecisionSettings.class)
public class DecisionForTests {

    @Bean
    Supplier<Policy> policy(RunningConfiguration configuration) {
        return () -> configuration.current().policy();
    }

    @Bean
    Pseudonyms pseudonyms() {
        return new Pseudonyms("test-key-of-the-pseudonyms-32-by".getBytes(StandardCharsets.US_ASCII));
    }

    @Bean
    ExternalClassifiers classifiers() {
        return OutsideClassifiers.none();
    }

    @Bean
    Destinations destinations() {
        return (kind, named) -> Optional.of(kind.word());
    }

    @Bean
    ActionTopics topics() {
        return action -> CompletableFuture.completedFuture(null);
    }

    @Bean
    SimpleMeterRegistry meters() {
        return new SimpleMeterRegistry();
    }
}
