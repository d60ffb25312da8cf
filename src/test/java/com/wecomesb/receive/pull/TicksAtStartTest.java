package com.wecomesb.receive.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.StartupListener;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.listeners.JobListenerSupport;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.SchedulerFactoryBeanCustomizer;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ticks that are due while the application starts, with the shipped settings. */
class TicksAtStartTest {

    private static final Duration STARTING = Duration.ofMillis(500);

    @Test
    void waitUntilAllRoutesHaveStarted() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(QuartzAutoConfiguration.class, CamelAutoConfiguration.class))
                .withUserConfiguration(TickDueAtStart.class)
                .run(context -> {
                    Ticks ticks = context.getBean(Ticks.class);
                    Awaitility.await().until(() -> ticks.executed.getCount() == 0);
                    assertThat(ticks.failures).isEmpty();
                    assertThat(ticks.followed.getCount())
                            .as("the tick has reached its route")
                            .isZero();
                });
    }

    /** What became of the tick. */
    static final class Ticks extends JobListenerSupport {

        private final CountDownLatch executed = new CountDownLatch(1);
        private final CountDownLatch followed = new CountDownLatch(1);
        private final List<JobExecutionException> failures = new CopyOnWriteArrayList<>();

        @Override
        public String getName() {
            return "ticks";
        }

        @Override
        public void jobWasExecuted(JobExecutionContext job, JobExecutionException failure) {
            if (failure != null) {
                failures.add(failure);
            }
            executed.countDown();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TickDueAtStart {

        @Bean
        Ticks ticks() {
            return new Ticks();
        }

        @Bean
        SchedulerFactoryBeanCustomizer heard(Ticks ticks) {
            return scheduler -> scheduler.setGlobalJobListeners(ticks);
        }

        @Bean
        RouteBuilder tickingOnce(Ticks ticks) {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("quartz:at-start/tick?trigger.repeatCount=0").process(exchange -> ticks.followed.countDown());
                }
            };
        }

        /** Between the start of the routes and that of the whole lies as much time as a slow machine takes. */
        @Bean
        CamelContextConfiguration slowStart(Ticks ticks) {
            return new CamelContextConfiguration() {
                @Override
                public void beforeApplicationStart(CamelContext camel) {
                    StartupListener slow =
                            (started, already) -> ticks.executed.await(STARTING.toMillis(), TimeUnit.MILLISECONDS);
                    try {
                        camel.addStartupListener(slow);
                    } catch (Exception impossible) {
                        throw new IllegalStateException(impossible);
                    }
                }

                @Override
                public void afterApplicationStart(CamelContext camel) {
                    // Nothing to do.
                }
            };
        }
    }
}
