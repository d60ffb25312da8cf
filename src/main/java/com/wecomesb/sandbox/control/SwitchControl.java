package com.wecomesb.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Changes;
import com.wecomesb.sandbox.Documents;
import com.wecomesb.sandbox.OAuthServer;
import com.wecomesb.sandbox.SandboxRoutes;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.SimulatedSystem;
import com.wecomesb.sandbox.Switch;
import com.wecomesb.sandbox.Switch.Mode;
import com.wecomesb.sandbox.Switches;
import com.wecomesb.sandbox.control.ControlGate.BadRequest;
import com.wecomesb.sandbox.wecom.AccessTokens;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The switches of the systems and the simulators' clock.
 *
 * <ul>
 *   <li>{@code PUT /switches/{wecom|crm|shop|ticket}} {@code {"mode": "ok|down|refuse|slow|throttled|expire-tokens",
 *       "until"? (instant), "latencyMs"?, "status"? (503), "retryAfter"? (5, seconds)}} → the switch; {@code
 *       expire-tokens} happens at once and leaves the switch as it is
 *   <li>{@code POST /clock} {@code {"advance": "PT49H"}} → {@code {"now"}}
 * </ul>
 */
@Simulated
class SwitchControl implements SandboxRoutes {

    private static final String EXPIRE_TOKENS = "expire-tokens";
    private static final int SLOW_MILLIS = 3_000;
    private static final int MOST_MILLIS = 120_000;
    private static final int DOWN_STATUS = 503;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final ControlGate gate;
    private final Switches switches;
    private final AccessTokens wecomTokens;
    private final OAuthServer systemTokens;
    private final SandboxTime time;
    private final Changes changes;
    private final Documents documents;

    SwitchControl(
            ControlGate gate,
            Switches switches,
            AccessTokens wecomTokens,
            OAuthServer systemTokens,
            SandboxTime time,
            Changes changes,
            Documents documents) {
        this.gate = gate;
        this.switches = switches;
        this.wecomTokens = wecomTokens;
        this.systemTokens = systemTokens;
        this.time = time;
        this.changes = changes;
        this.documents = documents;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return gate.guard(RouterFunctions.route()
                        .PUT(ControlGate.ROOT + "/switches/{system}", this::turn)
                        .POST(ControlGate.ROOT + "/clock", this::advance))
                .build();
    }

    private ServerResponse turn(ServerRequest request) throws IOException {
        SimulatedSystem system = SimulatedSystem.of(request.pathVariable("system"))
                .orElseThrow(() -> new BadRequest("there is no such system"));
        ObjectNode body = documents.read(request);
        if (body.path("mode").asText("").equals(EXPIRE_TOKENS)) {
            expireTokens(system);
        } else {
            switches.turn(system, position(body));
        }
        changes.note("switch", system.word());
        return Documents.ok(view(switches.of(system)));
    }

    private void expireTokens(SimulatedSystem system) {
        if (system == SimulatedSystem.WECOM) {
            wecomTokens.expireAll();
        } else {
            systemTokens.expireTokens(system);
        }
    }

    private static Switch position(ObjectNode body) {
        Mode mode = mode(body.path("mode").asText(""));
        int latency = body.path("latencyMs").asInt(mode == Mode.SLOW ? SLOW_MILLIS : 0);
        int status = body.path("status").asInt(DOWN_STATUS);
        if (latency < 0 || latency > MOST_MILLIS || status < 400 || status > 599) {
            throw new BadRequest("latencyMs must be 0 to " + MOST_MILLIS + ", status 400 to 599");
        }
        Duration retryAfter = Duration.ofSeconds(body.path("retryAfter").asInt(RETRY_AFTER_SECONDS));
        return new Switch(mode, until(body), Duration.ofMillis(latency), status, retryAfter);
    }

    private static Mode mode(String word) {
        for (Mode mode : Mode.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(word)) {
                return mode;
            }
        }
        throw new BadRequest("\"mode\" must be ok, down, refuse, slow, throttled or expire-tokens");
    }

    private static @Nullable Instant until(ObjectNode body) {
        try {
            return body.hasNonNull("until") ? Instant.parse(body.path("until").asText()) : null;
        } catch (DateTimeParseException noInstant) {
            throw new BadRequest("\"until\" must be an instant such as 2026-11-20T08:00:00Z");
        }
    }

    /** As the page and tests see a switch. */
    static ObjectNode view(Switch position) {
        ObjectNode view = Documents.object();
        view.put("mode", position.mode().name().toLowerCase(Locale.ROOT));
        view.put("latencyMs", position.latency().toMillis());
        if (position.until() != null) {
            view.put("until", position.until().toString());
        }
        return view;
    }

    private ServerResponse advance(ServerRequest request) throws IOException {
        try {
            time.advance(Duration.parse(documents.read(request).path("advance").asText("")));
        } catch (DateTimeParseException noDuration) {
            throw new BadRequest("\"advance\" must be a duration such as PT49H");
        }
        return Documents.ok(Map.of("now", time.now().toString()));
    }
}
