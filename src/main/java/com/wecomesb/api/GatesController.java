package com.wecomesb.api;

import com.wecomesb.bus.ActionKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pauses and resumes a destination, a system, an app or all of the bot; in force within two seconds everywhere. */
@RestController
@RequestMapping("/api/v1/gates")
class GatesController {

    private static final String DESTINATIONS =
            ActionKind.destinations().stream().map(ActionKind::word).collect(Collectors.joining("|"));
    private static final Pattern SCOPE =
            Pattern.compile("bot|destination:(" + DESTINATIONS + ")|(system|app):[\\p{L}\\p{N}._-]{1,64}");
    private static final int MAX_REASON = 512;

    private final Pauses pauses;

    GatesController(Pauses pauses) {
        this.pauses = pauses;
    }

    /**
     * What to pause.
     *
     * @param until null: until somebody resumes it
     */
    record Pause(
            @Nullable String scope,
            @Nullable String reason,
            @Nullable Instant until) {}

    /** All closed gates. */
    record ClosedGates(List<Pauses.Gate> items) {}

    @GetMapping
    ClosedGates list() {
        return new ClosedGates(pauses.list());
    }

    @PostMapping
    ClosedGates pause(@RequestBody Pause pause) {
        String reason = Objects.requireNonNullElse(pause.reason(), "");
        if (reason.length() > MAX_REASON) {
            throw new BadRequest("reason has at most " + MAX_REASON + " characters");
        }
        pauses.pause(checked(pause.scope()), pause.until(), reason);
        return list();
    }

    @DeleteMapping("/{scope}")
    ClosedGates resume(@PathVariable String scope) {
        if (!pauses.resume(checked(scope))) {
            throw new NotThere("Nobody has paused this");
        }
        return list();
    }

    private static String checked(@Nullable String scope) {
        if (scope == null || !SCOPE.matcher(scope).matches()) {
            throw new BadRequest("scope must be bot, destination:KIND (" + DESTINATIONS + "), system:NAME or app:NAME");
        }
        return scope;
    }
}
