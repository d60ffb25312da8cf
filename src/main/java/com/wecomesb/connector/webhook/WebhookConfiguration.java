package com.wecomesb.connector.webhook;

import com.wecomesb.connector.Systems;
import com.wecomesb.connector.change.RecordHints;
import com.wecomesb.connector.description.Connectors;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Registers the webhook address: a servlet of its own, because it has to keep up with a storm. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookDoorSettings.class)
class WebhookConfiguration {

    @Bean
    DeliveryLog deliveryLog(JdbcTemplate jdbc, WebhookDoorSettings settings, Clock clock) {
        return new DeliveryLog(jdbc, settings.remember(), clock);
    }

    @Bean(destroyMethod = "close")
    DeliveryWriter deliveryWriter(DeliveryLog deliveries) {
        return new DeliveryWriter(deliveries);
    }

    @Bean
    ServletRegistrationBean<WebhookServlet> webhookServlet(
            Systems systems,
            Supplier<Connectors> connectors,
            WebhookDoorSettings settings,
            RecordHints hints,
            DeliveryLog deliveries,
            MeterRegistry meters,
            Clock clock) {
        ServletRegistrationBean<WebhookServlet> registration = new ServletRegistrationBean<>(
                new WebhookServlet(
                        new WebhookReceivers(systems, connectors),
                        settings,
                        hints,
                        deliveries,
                        new WebhookJournal(meters, clock),
                        clock),
                WebhookServlet.PATH + "*");
        registration.setAsyncSupported(true);
        registration.setLoadOnStartup(1);
        return registration;
    }
}
