package com.wecomesb.api;

import com.wecomesb.action.ActionLog;
import com.wecomesb.action.ActionRows;
import com.wecomesb.bus.DeadLetters;
import com.wecomesb.bus.Drain;
import com.wecomesb.bus.Event;
import com.wecomesb.bus.EventLog;
import com.wecomesb.bus.Hint;
import com.wecomesb.bus.Hints;
import com.wecomesb.configuration.Folders;
import com.wecomesb.configuration.TestConfigurationBeans;
import com.wecomesb.connector.SystemSettings;
import com.wecomesb.connector.Systems;
import com.wecomesb.connector.change.ChangeReportForTests;
import com.wecomesb.connector.webhook.WebhookTargets;
import com.wecomesb.decision.DecisionForTests;
import com.wecomesb.document.Mistakes;
import com.wecomesb.lab.Versions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.mock.env.MockEnvironment;

/** REST and its doors over a database, without Camel and Kafka. */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@ComponentScan(
        basePackageClasses = {EventsController.class, Versions.class},
        excludeFilters = {
            @ComponentScan.Filter(
                    type = FilterType.ASSIGNABLE_TYPE,
                    classes = {WecomDoctor.class, ApiApplication.class}),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "com\\.wecomesb\\.api\\.Sync.*Controller")
        })
@EnableConfigurationProperties(Folders.class)
@ConfigurationPropertiesScan(basePackageClasses = EventsController.class)
@Import({
    ActionLog.class,
    ActionRows.class,
    ChangeReportForTests.class,
    DeadLetters.class,
    TestConfigurationBeans.class,
    DecisionForTests.class
})
class ApiApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    RecordedEvents events() {
        return new RecordedEvents();
    }

    @Bean
    RecordedHints hints() {
        return new RecordedHints();
    }

    @Bean
    Systems systems() {
        return Systems.read(new SystemSettings(Map.of("ticket", Map.of("connector", "sandbox"))), new Mistakes());
    }

    @Bean
    WebhookTargets webhookTargets() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("esb.webhooks.crm.url", "https://crm.example.com/hooks")
                .withProperty("esb.webhooks.crm.secret", "whsec_" + "A".repeat(32));
        return WebhookTargets.read(environment, new Mistakes());
    }

    @Bean
    Drain drain() {
        return new InstantDrain();
    }

    @Bean
    DoctorChecks healthy() {
        return () -> List.of(new DoctorFinding("service", "callback", DoctorFinding.Status.UNKNOWN, "没有收到任何请求"));
    }

    /** A topic that is a list. */
    static final class RecordedEvents implements EventLog {

        private final List<Event> appended = new ArrayList<>();

        @Override
        public CompletableFuture<Void> append(Event event) {
            appended.add(event);
            return CompletableFuture.completedFuture(null);
        }

        List<Event> appended() {
            return appended;
        }
    }

    /** A topic of hints that is a list. */
    static final class RecordedHints implements Hints {

        private final List<Hint> appended = new ArrayList<>();

        @Override
        public CompletableFuture<Void> append(Hint hint) {
            appended.add(hint);
            return CompletableFuture.completedFuture(null);
        }

        List<Hint> appended() {
            return appended;
        }
    }

    private static final class InstantDrain implements Drain {

        private volatile boolean drained;

        @Override
        public void drain() {
            drained = true;
        }

        @Override
        public void resume() {
            drained = false;
        }

        @Override
        public boolean isDrained() {
            return drained;
        }
    }
}
