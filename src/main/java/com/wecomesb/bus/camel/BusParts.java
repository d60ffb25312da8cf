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

/**
 * What the endpoints of {@code bus:} stand on.
 *
 * @param stored how far events were decided by the database's account
 */
record BusParts(
        BusSettings settings,
        LaneSettings lanes,
        Topics topics,
        TopicSetup setup,
        KafkaClients clients,
        EventLog events,
        Hints hints,
        ClaimChecks claims,
        DeadLetters deadLetters,
        StoredOffsets stored,
        MeterRegistry meters) {}
