package com.wecomesb.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Changes;
import com.wecomesb.sandbox.Documents;
import com.wecomesb.sandbox.SandboxRoutes;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.SimulatedSystem;
import com.wecomesb.sandbox.Switches;
import com.wecomesb.sandbox.control.ControlGate.BadRequest;
import java.util.Map;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * How the simulators are.
 *
 * <ul>
 *   <li>{@code GET /state} → {@code {"simulated": true, "now", "switches": {system: {"mode", "latencyMs", "until"?}},
 *       "counts": {…}, "change": n}}
 *   <li>{@code GET /changes?since=n} → {@code {"last": n, "items": [{"number", "at", "kind", "id"}]}}
 *   <li>{@code POST /reset} → 200: everything as at the start, except positions and ids, which only rise
 * </ul>
 */
@Simulated
class StateControl implements SandboxRoutes {

    private final ControlGate gate;
    private final Switches switches;
    private final Counts counts;
    private final Forgetting forgetting;
    private final Changes changes;
    private final SandboxTime time;

    StateControl(
            ControlGate gate,
            Switches switches,
            Counts counts,
            Forgetting forgetting,
            Changes changes,
            SandboxTime time) {
        this.gate = gate;
        this.switches = switches;
        this.counts = counts;
        this.forgetting = forgetting;
        this.changes = changes;
        this.time = time;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return gate.guard(RouterFunctions.route()
                        .GET(ControlGate.ROOT + "/state", request -> Documents.ok(state()))
                        .GET(ControlGate.ROOT + "/changes", this::changes)
                        .POST(ControlGate.ROOT + "/reset", request -> reset()))
                .build();
    }

    private ObjectNode state() {
        ObjectNode state = Documents.object();
        state.put("simulated", true);
        state.put("now", time.now().toString());
        ObjectNode positions = state.putObject("switches");
        for (SimulatedSystem system : SimulatedSystem.values()) {
            positions.set(system.word(), SwitchControl.view(switches.of(system)));
        }
        state.set("counts", counts.now());
        state.put("change", changes.last());
        return state;
    }

    private ServerResponse changes(ServerRequest request) {
        String since = request.param("since").orElse("0");
        if (!since.matches("[0-9]{1,18}")) {
            throw new BadRequest("\"since\" must be a number");
        }
        return Documents.ok(Map.of("last", changes.last(), "items", changes.since(Long.parseLong(since))));
    }

    private ServerResponse reset() {
        forgetting.everything();
        return Documents.ok(state());
    }
}
