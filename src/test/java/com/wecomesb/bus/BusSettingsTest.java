package com.wecomesb.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BusSettingsTest {

    @Test
    void isEmbeddedWithTwelvePartitionsByDefault() {
        BusSettings settings = bound(Map.of());

        assertThat(settings.isEmbedded()).isTrue();
        assertThat(settings.partitionCount()).isEqualTo(12);
        assertThat(settings.prefix()).isEqualTo("esb.");
    }

    @Test
    void hasFortyEightPartitionsOnTheCompanysKafka() {
        assertThat(bound(Map.of("esb.bus.brokers", "kafka:9092")).partitionCount())
                .isEqualTo(48);
    }

    @Test
    void passesPropertiesOnAsTheyAreButShowsThemNowhere() {
        // Given
        String login = "…ScramLoginModule required password=\"secret\";";

        // When
        BusSettings settings = bound(Map.of("esb.bus.properties.sasl.jaas.config", login));

        // Then
        assertThat(settings.properties()).containsEntry("sasl.jaas.config", login);
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "partitions, 0",
        "prefix, has space",
        "retention, 5m",
        "max-message-size, 1GB",
        "batch-size, 0",
        "ack-timeout, 0s",
        "append-timeout, 1s",
        "max-waiting, 0"
    })
    void refusesAValueOutOfRangeByItsName(String name, String value) {
        assertThatThrownBy(() -> bound(Map.of("esb.bus." + name, value)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageContaining("esb.bus." + name);
    }

    @Test
    void bindsTheConcurrencyOfEachKind() {
        // When
        LaneSettings lanes = new Binder(new MapConfigurationPropertySource(
                        Map.of("esb.perform.notify.concurrency", "3", "esb.perform.lease", "60s")))
                .bindOrCreate("esb.perform", LaneSettings.class);

        // Then
        assertThat(lanes.concurrency(ActionKind.NOTIFY)).isEqualTo(3);
        assertThat(lanes.concurrency(ActionKind.CRM)).isEqualTo(64);
    }

    private static BusSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("esb.bus", BusSettings.class);
    }
}
