package com.wecomesb.api.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a request says about where it comes from. */
final class Caller {

    static final String COOKIE = "esb-page";

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final List<String> PROXY_HEADERS =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "Bearer ";

    private final HttpServletRequest request;

    Caller(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * Whether somebody on this machine asks for this machine: by address and, as a page of another site can give its
     * name our address, by the name that was asked for. What a proxy passes on comes from elsewhere.
     */
    boolean isLocal() {
        return isLoopback(request.getRemoteAddr())
                && LOOPBACK_NAMES.contains(request.getServerName())
                && PROXY_HEADERS.stream().noneMatch(name -> request.getHeader(name) != null);
    }

    Optional<String> key() {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()))
                : Optional.empty();
    }

    Optional<String> pageSession() {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    boolean changesNothing() {
        return SAFE_METHODS.contains(request.getMethod());
    }

    /** Whether the browser says that a page of this server asks. Who says nothing is no browser. */
    boolean isFromOwnPage() {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        if (site == null && origin == null) {
            return false;
        }
        return (site == null || site.equals("same-origin")) && (origin == null || origin.equals(ownOrigin()));
    }

    /** Whether the browser says that a page of another site asks. */
    boolean isFromForeignPage() {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean foreignSite = site != null && !site.equals("same-origin") && !site.equals("none");
        return foreignSite || (origin != null && !origin.equals(ownOrigin()));
    }

    private String ownOrigin() {
        return request.getScheme() + "://" + request.getHeader("Host");
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
