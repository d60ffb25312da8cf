package com.wecomesb.bus.kafka;

import com.wecomesb.bus.Brokers;
import com.wecomesb.bus.BusSettings;
import java.util.HashMap;
import org.apache.camel.Ordered;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.component.kafka.PollOnError;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sets {@code kafka:} endpoints of routes to the bus's broker and to what loses nothing. A route may still say otherwise
 * in its endpoint; {@code camel.component.kafka.*} may not.
 */
@Configuration(proxyBeanMethods = false)
class RouteDefaults {

    @Bean
    ComponentCustomizer kafkaRouteDefaults(Brokers brokers, BusSettings settings) {
        // Last: the starter's own customizer sets every option to its default.
        return ComponentCustomizer.builder(KafkaComponent.class)
                .withOrder(Ordered.LOWEST)
                .build(component -> configure(component.getConfiguration(), brokers, settings));
    }

    private static void configure(KafkaConfiguration kafka, Brokers brokers, BusSettings settings) {
        kafka.setBrokers(brokers.bootstrap());
        kafka.setAdditionalProperties(new HashMap<>(settings.properties()));
        kafka.setAutoOffsetReset("earliest");
        kafka.setAutoCommitEnable(false);
        kafka.setAllowManualCommit(true);
        // The other choices pass over records: ERROR_HANDLER one of each partition, RETRY what was polled.
        kafka.setPollOnError(PollOnError.RECONNECT);
        kafka.setSessionTimeoutMs(6_000);
        kafka.setHeartbeatIntervalMs(2_000);
    }
}
