package com.wecomesb.api.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies to REST that are larger than a configuration file may be, or that do not say how large they are. */
final class BodyLimit extends OncePerRequestFilter {

    /** A file of the routes folder has at most as much, and JSON around a message far less. */
    static final long MAX_BYTES = 1024 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Area.of(request) != Area.API;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            Problem.write(response, HttpStatus.PAYLOAD_TOO_LARGE, "At most 1 MiB");
        } else if (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null) {
            Problem.write(response, HttpStatus.LENGTH_REQUIRED, "Content-Length is needed");
        } else {
            chain.doFilter(request, response);
        }
    }
}
