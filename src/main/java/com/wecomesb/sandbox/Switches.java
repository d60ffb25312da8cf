package com.wecomesb.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The position of every system's switch. */
@Simulated
public class Switches {

    private final Map<SimulatedSystem, Switch> positions = new ConcurrentHashMap<>();
    private final SandboxTime time;

    Switches(SandboxTime time) {
        this.time = time;
    }

    public Switch of(SimulatedSystem system) {
        Switch position = positions.getOrDefault(system, Switch.OK);
        return position.isOver(time.now()) ? Switch.OK : position;
    }

    public void turn(SimulatedSystem system, Switch position) {
        positions.put(system, position);
    }

    public void reset() {
        positions.clear();
    }
}
