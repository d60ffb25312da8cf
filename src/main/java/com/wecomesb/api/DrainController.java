package com.wecomesb.api;

import com.wecomesb.bus.Drain;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Empties this instance's hands before an upgrade; callbacks are still taken. */
@RestController
@RequestMapping("/api/v1/drain")
class DrainController {

    private static final Logger log = LoggerFactory.getLogger(DrainController.class);

    private final Drain drain;
    private final AtomicBoolean draining = new AtomicBoolean();

    DrainController(Drain drain) {
        this.drain = drain;
    }

    /** How far it has come: {@code none}, {@code draining}, {@code drained}. */
    record State(String state) {}

    @GetMapping
    State state() {
        return new State(drain.isDrained() ? "drained" : draining.get() ? "draining" : "none");
    }

    /** Begins; what is in work comes to its end meanwhile. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    State begin() {
        if (draining.compareAndSet(false, true)) {
            Thread thread = new Thread(this::drain, "drain");
            thread.setDaemon(true);
            thread.start();
        }
        return state();
    }

    /** Takes part again. */
    @DeleteMapping
    State end() {
        drain.resume();
        return state();
    }

    private void drain() {
        try {
            drain.drain();
        } catch (RuntimeException failure) {
            log.atError().setCause(failure).log("draining failed");
        } finally {
            draining.set(false);
        }
    }
}
