package com.wecomesb.bus.broker;

import com.wecomesb.bus.Brokers;
import com.wecomesb.bus.BusSettings;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the company's Kafka where one is named, and starts one otherwise. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

    @Bean
    Brokers brokers(BusSettings settings, @Value("${esb.data-dir:data}") String dataDirectory) {
        return settings.isEmbedded()
                ? new EmbeddedBroker(Path.of(dataDirectory, "kafka"), FreePorts.find(), settings.maxMessageSize())
                : settings::brokers;
    }
}
