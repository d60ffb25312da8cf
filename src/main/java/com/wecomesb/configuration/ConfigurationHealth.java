package com.wecomesb.configuration;

import com.wecomesb.document.Mistake;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Shows mistakes of the files. The status stays UP: the bus goes on with the snapshot in force. */
final class ConfigurationHealth implements HealthIndicator {

    private final RunningConfiguration configuration;

    ConfigurationHealth(RunningConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public Health health() {
        ConfigurationReport report = configuration.report();
        return Health.up()
                .withDetail("snapshot", report.inForce())
                .withDetail("checkedAt", report.checkedAt())
                .withDetail(
                        "mistakes",
                        report.mistakes().stream().map(Mistake::toString).toList())
                .build();
    }
}
