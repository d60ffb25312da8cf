package com.wecomesb.api.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/** A request of somebody who was let in: health shows its details to nobody else. */
final class KnownRequest extends HttpServletRequestWrapper {

    private static final Principal KEY_HOLDER = () -> "key-holder";

    KnownRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public Principal getUserPrincipal() {
        return KEY_HOLDER;
    }
}
