package com.wecomesb.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.wecomesb.bus.broker.TestBroker;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.PollOnError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The bus as it runs in the product: in Spring Boot, with the embedded broker, beside routes of camel-kafka. */
class BusInSpringBootIT {

    private static final List<String> HINTS = new CopyOnWriteArrayList<>();
    private static ConfigurableApplicationContext application;

    /** No @Configuration: scans of other tests would find it. */
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan("com.wecomesb.bus")
    @ComponentScan("com.wecomesb.bus")
    static class Application {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        RouteBuilder pull() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("kafka:{{esb.bus.prefix}}hints?groupId=pull")
                            .process(exchange -> HINTS.add(exchange.getMessage().getBody(String.class)));
                }
            };
        }
    }

    @BeforeAll
    static void start() {
        application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                // Arguments: mere defaults would lose against the product's own settings and write into its data
                // folder.
                .run(
                        "--esb.data-dir=" + TestBroker.emptyDirectory(),
                        "--esb.bus.prefix=esb.",
                        "--esb.bus.partitions=2",
                        "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                        "--spring.main.banner-mode=off");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void letsCamelKafkaConsumeHintsFromTheEmbeddedBroker() {
        // When
        application
                .getBean(ProducerTemplate.class)
                .sendBody("bus:hints", new Hint("kf:wk1", "{\"account\":\"wk1\"}", Instant.now()));

        // Then
        await().untilAsserted(() -> assertThat(HINTS).containsExactly("{\"account\":\"wk1\"}"));
    }

    @Test
    void setsRoutesOfCamelKafkaToWhatLosesNothing() {
        // When
        KafkaComponent kafka = application.getBean(CamelContext.class).getComponent("kafka", KafkaComponent.class);

        // Then
        assertThat(kafka.getConfiguration().getBrokers())
                .isEqualTo(application.getBean(Brokers.class).bootstrap());
        assertThat(kafka.getConfiguration().getPollOnError()).isEqualTo(PollOnError.RECONNECT);
        assertThat(kafka.getConfiguration().isAutoCommitEnable()).isFalse();
        assertThat(kafka.getConfiguration().isAllowManualCommit()).isTrue();
        assertThat(kafka.getConfiguration().getAutoOffsetReset()).isEqualTo("earliest");
    }

    @Test
    void isHealthy() {
        HealthEndpoint health = application.getBean(HealthEndpoint.class);

        await().untilAsserted(() ->
                assertThat(health.healthForPath("kafka").getStatus()).isEqualTo(Status.UP));
        assertThat(health.healthForPath("consumers").getStatus()).isEqualTo(Status.UP);
    }
}
