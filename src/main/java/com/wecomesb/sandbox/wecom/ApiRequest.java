package com.wecomesb.sandbox.wecom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;

/**
 * A call whose access token is good.
 *
 * @param app whose token it is
 * @param body the JSON that was posted, {@code {}} for other calls
 * @param raw the same as it came
 * @param http for parameters and uploads
 */
public record ApiRequest(WecomApp app, ObjectNode body, byte[] raw, HttpServletRequest http) {

    /** A field of the body as text, empty when it is not there. */
    public String text(String field) {
        return body.path(field).asText("");
    }

    /** A parameter of the address, empty when it is not there. */
    public String parameter(String name) {
        String value = http.getParameter(name);
        return value == null ? "" : value;
    }
}
