package com.wecomesb.api;

import com.wecomesb.api.door.DoorSettings;
import com.wecomesb.bus.DeadLetter;
import com.wecomesb.bus.DeadLetters;
import com.wecomesb.bus.Drain;
import com.wecomesb.configuration.ConfigurationReport;
import com.wecomesb.configuration.RunningConfiguration;
import com.wecomesb.configuration.flow.FlowLoader;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** All at one glance: what waits, what is closed, what went wrong. */
@RestController
class StatusController {

    private final RunningConfiguration configuration;
    private final FlowLoader flows;
    private final Queues queues;
    private final Pauses pauses;
    private final DeadLetters letters;
    private final Drain drain;
    private final DoorSettings settings;

    StatusController(
            RunningConfiguration configuration,
            FlowLoader flows,
            Queues queues,
            Pauses pauses,
            DeadLetters letters,
            Drain drain,
            DoorSettings settings) {
        this.configuration = configuration;
        this.flows = flows;
        this.queues = queues;
        this.pauses = pauses;
        this.letters = letters;
        this.drain = drain;
        this.settings = settings;
    }

    /**
     * The bus as it is now.
     *
     * @param snapshot the hash of the configuration in force
     * @param simulated {@code wecom} and the names of the simulated systems
     * @param waiting one entry for each kind of destination
     * @param deadLetters how many wait for a person
     * @param inbox how many events wait for Kafka
     */
    record Status(
            String snapshot,
            List<String> simulated,
            List<Queues.Queue> waiting,
            List<Pauses.Gate> gates,
            long deadLetters,
            long inbox,
            boolean drained,
            List<MistakeView> mistakes,
            List<String> waitingForRestart) {}

    @GetMapping("/api/v1/status")
    Status status() {
        ConfigurationReport report = configuration.report();
        return new Status(
                report.inForce(),
                settings.simulated(),
                queues.waiting(),
                pauses.list(),
                letters.counts().getOrDefault(DeadLetter.State.OPEN, 0L),
                queues.inbox(),
                drain.isDrained(),
                report.mistakes().stream().map(MistakeView::of).toList(),
                flows.waitingForRestart());
    }
}
