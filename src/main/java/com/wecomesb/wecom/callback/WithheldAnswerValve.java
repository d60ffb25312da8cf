package com.wecomesb.wecom.callback;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Closes the connection of a request that is to get no answer at all. The servlet API has no word for that, and a 5xx
 * is an answer, after which WeCom may not repeat the callback (W90930).
 */
final class WithheldAnswerValve extends ValveBase {

    private static final String WITHHELD = "com.wecomesb.wecom.callback.withheld";

    WithheldAnswerValve() {
        super(true);
    }

    /** Asks for it, from within the servlet or from another thread before an asynchronous request is dispatched. */
    static void withhold(ServletRequest request) {
        request.setAttribute(WITHHELD, true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        // While the request is asynchronous it still has its dispatch before it, after which this is reached again.
        if (request.getAttribute(WITHHELD) != null && !request.isAsync()) {
            request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
        }
    }
}
