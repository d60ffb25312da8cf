package com.wecomesb.sandbox.control;

import com.wecomesb.sandbox.Documents;
import com.wecomesb.sandbox.Simulated;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What all controls have in common: what changes something needs the header {@code X-Sandbox: 1}, which a page of another
 * site cannot send; a request that makes no sense is answered with 400 and what is wrong with it.
 */
@Simulated
class ControlGate {

    static final String ROOT = "/sandbox/control";
    private static final String HEADER = "X-Sandbox";

    RouterFunctions.Builder guard(RouterFunctions.Builder routes) {
        return routes.filter((request, next) -> mayPass(request)
                        ? next.handle(request)
                        : Documents.error(HttpStatus.FORBIDDEN, "X-Sandbox: 1 needed"))
                .onError(BadRequest.class, (error, request) -> Documents.error(HttpStatus.BAD_REQUEST, text(error)))
                .onError(
                        Documents.Malformed.class,
                        (error, request) -> Documents.error(HttpStatus.BAD_REQUEST, text(error)));
    }

    private static boolean mayPass(ServerRequest request) {
        return request.method().equals(HttpMethod.GET)
                || "1".equals(request.headers().firstHeader(HEADER));
    }

    private static String text(Throwable error) {
        return String.valueOf(error.getMessage());
    }

    /** Says what is wrong with a request. */
    static final class BadRequest extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BadRequest(String message) {
            super(message);
        }
    }
}
