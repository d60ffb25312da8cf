package com.wecomesb.sandbox;

import java.util.Locale;
import java.util.Optional;

/** The systems that are simulated, each with switches of its own. */
public enum SimulatedSystem {
    WECOM,
    CRM,
    SHOP,
    TICKET;

    /** As in addresses and switches. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SimulatedSystem> of(String word) {
        for (SimulatedSystem system : values()) {
            if (system.word().equals(word)) {
                return Optional.of(system);
            }
        }
        return Optional.empty();
    }

    /** Whose address it is; the control's belong to none, so that what was switched off can be switched on again. */
    static Optional<SimulatedSystem> ofPath(String path) {
        if (!path.startsWith(SandboxConfiguration.ROOT)) {
            return Optional.empty();
        }
        int start = SandboxConfiguration.ROOT.length();
        int end = path.indexOf('/', start);
        return of(path.substring(start, end < 0 ? path.length() : end));
    }
}
