package com.wecomesb.api;

import com.wecomesb.bus.Drain;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Empties this instance's hands before an upgrade; callbacks are still taken. */
@RestController
@RequestMapping("/api/v1/drain")
class DrainController {

    private final Drain drain;

    DrainController(Drain drain) {
        this.drain = drain;
    }

    /** Whether this instance takes work. */
    record State(boolean drained) {}

    @GetMapping
    State state() {
        return new State(drain.isDrained());
    }

    /** Answers when what was in work has come to its end: {@code esb.bus.drain-timeout} later at most. */
    @PostMapping
    State drain() {
        drain.drain();
        return state();
    }

    /** Takes part again. */
    @DeleteMapping
    State takePartAgain() {
        drain.resume();
        return state();
    }
}
