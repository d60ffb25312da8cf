package com.wecomesb.connector.call;

import java.util.Map;
import java.util.Set;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.support.component.EndpointUriFactorySupport;

/**
 * Tells Camel which options are to be taken as they are written: the YAML reader wraps what it holds for secret in {@code
 * RAW(…)}, and so an expression's {@code +}, {@code %} and {@code #} survive. None of them is secret.
 */
public final class SystemUriFactory extends EndpointUriFactorySupport implements EndpointUriFactory {

    private static final Set<String> NAMES = Set.of(
            "name",
            "method",
            "path",
            "query",
            "headers",
            "body",
            "form",
            "multipart",
            "effect",
            "missing",
            "success",
            "answer",
            "confirm",
            "etag",
            "ifMatch");
    private static final Set<String> AS_WRITTEN =
            Set.of("path", "query", "headers", "body", "form", "multipart", "success", "answer", "confirm", "ifMatch");

    @Override
    public boolean isEnabled(String scheme) {
        return scheme.equals("system");
    }

    @Override
    public String buildUri(String scheme, Map<String, Object> properties, boolean encode) {
        throw new IllegalArgumentException("写成 uri: \"system:{{system}}\"");
    }

    @Override
    public Set<String> propertyNames() {
        return NAMES;
    }

    @Override
    public Set<String> secretPropertyNames() {
        return AS_WRITTEN;
    }

    @Override
    public Map<String, String> multiValuePrefixes() {
        return Map.of();
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }
}
