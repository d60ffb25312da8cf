package com.wecomesb.configuration.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.wecomesb.document.Mistake;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.mock.env.MockEnvironment;

class TrialRoutesTest {

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final MockEnvironment settings = new MockEnvironment().withProperty("where", "direct:there");

    @Test
    void acceptsOurComponentsOurBeansAndSettings() {
        // Given
        beans.registerBeanDefinition("greeter", new RootBeanDefinition(Greeter.class));
        String flow = flow("bus:events", "{bean: {ref: greeter, method: greet}}", "{to: {uri: \"{{where}}\"}}");
        // When
        List<Mistake> mistakes = check(flow);
        // Then
        assertThat(mistakes).isEmpty();
        assertThat(beans.containsSingleton("greeter")).isFalse();
    }

    @Test
    void namesAnUnknownComponent() {
        // When
        List<Mistake> mistakes = check(flow("direct:a", "{to: {uri: \"nosuch:x\"}}"));
        // Then
        assertThat(mistakes).extracting(Mistake::file).containsExactly("flows/a.camel.yaml");
    }

    @Test
    void namesAnUnknownBean() {
        // When
        List<Mistake> mistakes = check(flow("direct:a", "{bean: {ref: nobody, method: x}}"));
        // Then
        assertThat(mistakes).extracting(Mistake::file).containsExactly("flows/a.camel.yaml");
    }

    @Test
    void namesAMethodThatABeanDoesNotHave() {
        // Given
        beans.registerBeanDefinition("greeter", new RootBeanDefinition(Greeter.class));
        // When
        List<Mistake> mistakes = check(flow("direct:a", "{bean: {ref: greeter, method: wave}}"));
        // Then
        assertThat(mistakes).extracting(Mistake::file).containsExactly("flows/a.camel.yaml");
    }

    private List<Mistake> check(String flow) {
        return new TrialRoutes(beans, settings).check(Map.of("flows/a.camel.yaml", flow));
    }

    private static String flow(String from, String... steps) {
        StringBuilder text =
                new StringBuilder("- route:\n    id: a\n    from:\n      uri: " + from + "\n      steps:\n");
        for (String step : steps) {
            text.append("        - ").append(step).append('\n');
        }
        return text.toString();
    }

    /** A bean that must not be made for a trial. */
    public static final class Greeter {

        public Greeter() {
            throw new IllegalStateException("made");
        }

        public String greet(String name) {
            return "hello " + name;
        }
    }
}
