package com.wecomesb.sandbox;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes a system late, down or throttled when its switch says so; refusing is {@link RefusingValve}'s. */
final class SwitchFilter extends OncePerRequestFilter {

    private final Switches switches;

    SwitchFilter(Switches switches) {
        this.switches = switches;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SimulatedSystem> system = SimulatedSystem.ofPath(request.getRequestURI());
        Switch position = system.map(switches::of).orElse(Switch.OK);
        if (!position.latency().isZero() && request.getDispatcherType() != DispatcherType.ASYNC) {
            dispatchAfter(position.latency(), request.startAsync());
        } else if (position.mode() == Switch.Mode.DOWN) {
            answer(response, position.status(), "{\"error\":\"unavailable\"}");
        } else if (position.mode() == Switch.Mode.THROTTLED && system.get() != SimulatedSystem.WECOM) {
            response.setHeader(
                    "Retry-After", Long.toString(position.retryAfter().toSeconds()));
            answer(response, 429, "{\"error\":\"too_many_requests\"}");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Holds no thread meanwhile. */
    private static void dispatchAfter(Duration latency, AsyncContext context) {
        context.setTimeout(0);
        Executor later = CompletableFuture.delayedExecutor(latency.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(context::dispatch);
    }

    private static void answer(HttpServletResponse response, int status, String body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getWriter().write(body);
    }
}
