package com.wecomesb.bus.camel;

import com.wecomesb.bus.BusSettings;
import com.wecomesb.bus.DeadLetters;
import com.wecomesb.bus.EventLog;
import com.wecomesb.bus.Hints;
import com.wecomesb.bus.LaneSettings;
import com.wecomesb.bus.StoredOffsets;
import com.wecomesb.bus.claim.ClaimChecks;
import com.wecomesb.bus.kafka.KafkaClients;
import com.wecomesb.bus.kafka.TopicSetup;
import com.wecomesb.bus.kafka.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.OptionalLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes {@code bus:} known to Camel. */
@Configuration(proxyBeanMethods = false)
class CamelConfiguration {

    @Bean("bus-component")
    BusComponent busComponent(
            BusSettings settings,
            LaneSettings lanes,
            Topics topics,
            TopicSetup setup,
            KafkaClients clients,
            EventLog events,
            Hints hints,
            ClaimChecks claims,
            DeadLetters deadLetters,
            ObjectProvider<StoredOffsets> stored,
            MeterRegistry meters) {
        // Asked for late: who stores offsets may itself need what the bus offers.
        StoredOffsets offsets = (topic, partition) -> {
            StoredOffsets known = stored.getIfAvailable();
            return known == null ? OptionalLong.empty() : known.nextOffset(topic, partition);
        };
        return new BusComponent(new BusParts(
                settings, lanes, topics, setup, clients, events, hints, claims, deadLetters, offsets, meters));
    }
}
