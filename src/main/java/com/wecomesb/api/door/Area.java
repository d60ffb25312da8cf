package com.wecomesb.api.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** The parts of the server, by who may enter. What is not named needs the key. */
enum Area {
    /** Callbacks and webhooks, which verify their senders themselves. */
    SENDERS,
    /** Health, for load balancers. */
    HEALTH,
    /** The simulators, for this machine only. */
    SANDBOX,
    /** REST and measures. */
    API,
    /** Pages and what they are made of. */
    PAGES;

    static Area of(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.toString(request.getPathInfo(), "");
        if (path.startsWith("/callback/wecom/") || path.startsWith("/webhook/")) {
            return SENDERS;
        }
        if (path.equals("/actuator/health") || path.startsWith("/actuator/health/")) {
            return HEALTH;
        }
        if (path.startsWith("/sandbox/")) {
            return SANDBOX;
        }
        return path.startsWith("/api/") || path.startsWith("/actuator") ? API : PAGES;
    }
}
