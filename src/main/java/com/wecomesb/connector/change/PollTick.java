package com.wecomesb.connector.change;

import com.wecomesb.connector.ConnectedSystem;
import com.wecomesb.connector.Systems;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The step of the route {@code changes-tick}: hints at the changes of every kind of record whose time has come. Of all
 * instances one takes each poll, by compare-and-set.
 */
@Component("hintDueChanges")
class PollTick implements Processor {

    private final Systems systems;
    private final RecordSource records;
    private final ChangeCursors cursors;
    private final RecordHints hints;
    private final ChangeSettings settings;
    private final ZoneId zone;
    private final Clock clock;

    PollTick(
            Systems systems,
            RecordSource records,
            ChangeCursors cursors,
            RecordHints hints,
            ChangeSettings settings,
            @Value("${esb.time-zone:Asia/Shanghai}") ZoneId zone,
            Clock clock) {
        this.systems = systems;
        this.records = records;
        this.cursors = cursors;
        this.hints = hints;
        this.settings = settings;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        tick();
    }

    void tick() {
        for (ConnectedSystem system : systems.all()) {
            PollTimes times = PollTimes.of(system.properties().getOrDefault("poll", settings.poll()), zone)
                    .orElseThrow(() -> new IllegalStateException("esb.systems." + system.name()
                            + ".poll must be like 5m, a cron expression of Quartz, or off"));
            for (String kind : FollowedKinds.of(system)) {
                if (!times.isOff() && records.canList(system.name(), kind)) {
                    hint(system.name(), kind, times);
                }
            }
        }
    }

    private void hint(String system, String kind, PollTimes times) {
        Instant now = clock.instant();
        ChangeCursors.Position position = cursors.of(system, kind, now);
        if (cursors.takePoll(position, now, times.after(now))) {
            hints.say(RecordReference.changesOf(system, kind)).join();
        }
    }
}
