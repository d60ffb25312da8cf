package com.wecomesb.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.EsbApplication;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SandboxConfigurationTest {

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withUserConfiguration(SandboxConfiguration.class, JacksonAutoConfiguration.class);

    @Test
    void addsNothingUnlessItIsSwitchedOn() {
        // When / Then
        application.run(context -> assertThat(context).doesNotHaveBean(SandboxRoutes.class));
    }

    @Test
    void addsTheSimulatorsWhenItIsSwitchedOn() {
        // When / Then
        application
                .withPropertyValues("esb.sandbox.enabled=true")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Switches.class));
    }

    @Test
    void isAllThatTheBusFindsOfTheSimulators() {
        // Given
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("esb.sandbox.enabled", "true")));
        var scanner = new ClassPathScanningCandidateComponentProvider(true, environment);

        // When
        var found = scanner.findCandidateComponents(EsbApplication.class.getPackageName() + ".sandbox");

        // Then
        assertThat(found)
                .extracting(BeanDefinition::getBeanClassName)
                .containsExactly(SandboxConfiguration.class.getName());
    }

    @Test
    void refusesAKeyThatIsNoKey() {
        // When / Then
        application
                .withPropertyValues(
                        "esb.sandbox.enabled=true",
                        "esb.sandbox.apps.service.agent-id=1",
                        "esb.sandbox.apps.service.secret=s",
                        "esb.sandbox.apps.service.token=t",
                        "esb.sandbox.apps.service.encoding-aes-key=short")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("43 letters and digits"));
    }
}
