package com.wecomesb.connector.expression;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.support.component.EndpointUriFactorySupport;

/**
 * Tells Camel which options of an endpoint are to be taken as they are written: the YAML reader wraps what it holds for
 * secret in {@code RAW(…)}, and so an expression's {@code +}, {@code %} and {@code #} survive. None of them is secret.
 */
public abstract class WrittenOptions extends EndpointUriFactorySupport implements EndpointUriFactory {

    private final String scheme;
    private final Set<String> asWritten;
    private final Set<String> all;

    /** @param others options whose values hold nothing that a URI would change */
    protected WrittenOptions(String scheme, Set<String> asWritten, Set<String> others) {
        this.scheme = scheme;
        this.asWritten = asWritten;
        Set<String> names = new HashSet<>(asWritten);
        names.addAll(others);
        this.all = Set.copyOf(names);
    }

    @Override
    public final boolean isEnabled(String asked) {
        return asked.equals(scheme);
    }

    @Override
    public final String buildUri(String asked, Map<String, Object> properties, boolean encode) {
        throw new IllegalArgumentException("写成 uri: \"" + scheme + ":{{system}}\"");
    }

    @Override
    public final Set<String> propertyNames() {
        return all;
    }

    @Override
    public final Set<String> secretPropertyNames() {
        return asWritten;
    }

    @Override
    public final Map<String, String> multiValuePrefixes() {
        return Map.of();
    }

    @Override
    public final boolean isLenientProperties() {
        return false;
    }
}
