package com.wecomesb.connector.sql;

import java.util.Map;
import java.util.Set;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.support.component.EndpointUriFactorySupport;

/** Tells Camel which options are to be taken as they are written; none of them is secret. */
public final class TableUriFactory extends EndpointUriFactorySupport implements EndpointUriFactory {

    private static final Set<String> EXPRESSIONS = Set.of("table", "where", "values", "changed", "key", "answer");

    @Override
    public boolean isEnabled(String scheme) {
        return scheme.equals("table");
    }

    @Override
    public String buildUri(String scheme, Map<String, Object> properties, boolean encode) {
        throw new IllegalArgumentException("写成 uri: \"table:{{system}}\"");
    }

    @Override
    public Set<String> propertyNames() {
        return Set.of("name", "operation", "table", "where", "values", "changed", "key", "answer");
    }

    @Override
    public Set<String> secretPropertyNames() {
        return EXPRESSIONS;
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
