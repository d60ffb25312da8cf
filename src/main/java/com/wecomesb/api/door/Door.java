package com.wecomesb.api.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who may come in; everybody else gets 401, 403 or 404 before anything of theirs is read. */
final class Door extends OncePerRequestFilter {

    private static final String KEY_NEEDED =
            "Authorization: Bearer KEY is needed; the key is esb.api.key, or in data/api-key on the machine of the bus";

    private final ApiKey key;
    private final DoorSettings settings;

    Door(ApiKey key, DoorSettings settings) {
        this.key = key;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = new Caller(request);
        Area area = Area.of(request);
        if (settings.isSandboxOnlyPort(request.getLocalPort()) && area != Area.SANDBOX) {
            Problem.write(response, HttpStatus.NOT_FOUND, "Only the simulators listen here");
            return;
        }
        switch (area) {
            case SENDERS -> chain.doFilter(request, response);
            case HEALTH -> chain.doFilter(mayKnowDetails(caller) ? new KnownRequest(request) : request, response);
            case SANDBOX -> sandbox(caller, request, response, chain);
            case API, PAGES -> guarded(area, caller, request, response, chain);
        }
    }

    private boolean mayKnowDetails(Caller caller) {
        return caller.key().map(key::is).orElse(false) || (settings.simulatesWecom() && caller.isLocal());
    }

    private void sandbox(Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!settings.isSandboxPort(request.getLocalPort())) {
            Problem.write(response, HttpStatus.NOT_FOUND, "No simulators here");
        } else if (!caller.isLocal() || caller.isFromForeignPage()) {
            Problem.write(response, HttpStatus.FORBIDDEN, "The simulators are for this machine only");
        } else {
            chain.doFilter(request, response);
        }
    }

    private void guarded(
            Area area, Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (caller.key().isPresent()) {
            if (key.is(caller.key().get())) {
                chain.doFilter(new KnownRequest(request), response);
            } else {
                unauthorized(response, "This is not the key");
            }
        } else if (!settings.simulatesWecom()) {
            unauthorized(response, KEY_NEEDED);
        } else if (!caller.isLocal()) {
            Problem.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "While WeCom is simulated pages open at http://localhost and http://127.0.0.1 only, not through a proxy");
        } else {
            localPage(area, caller, request, response, chain);
        }
    }

    private void localPage(
            Area area, Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean known = caller.pageSession().map(key::isPageSession).orElse(false);
        if (known && (caller.changesNothing() || caller.isFromOwnPage())) {
            chain.doFilter(new KnownRequest(request), response);
        } else if (known) {
            Problem.write(response, HttpStatus.FORBIDDEN, "Only pages of this server may change something");
        } else if (area == Area.PAGES && request.getMethod().equals("GET") && !caller.isFromForeignPage()) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie());
            chain.doFilter(new KnownRequest(request), response);
        } else {
            unauthorized(response, KEY_NEEDED);
        }
    }

    private String cookie() {
        return ResponseCookie.from(Caller.COOKIE, key.pageSession())
                .httpOnly(true)
                .sameSite("Strict")
                .path("/")
                .build()
                .toString();
    }

    private static void unauthorized(HttpServletResponse response, String detail) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        Problem.write(response, HttpStatus.UNAUTHORIZED, detail);
    }
}
