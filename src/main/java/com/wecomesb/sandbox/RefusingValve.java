package com.wecomesb.sandbox;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Closes the connection without an answer while a system's switch is on {@code REFUSE}: the nearest to a port that nobody listens on. */
final class RefusingValve extends ValveBase {

    private final Switches switches;

    RefusingValve(Switches switches) {
        super(true);
        this.switches = switches;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        boolean refused = SimulatedSystem.ofPath(request.getRequestURI())
                .map(switches::of)
                .filter(position -> position.mode() == Switch.Mode.REFUSE)
                .isPresent();
        if (refused) {
            request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
        } else {
            getNext().invoke(request, response);
        }
    }
}
