package com.wecomesb.mapping;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * The Camel component {@code mapping:NAME}. Give it to the context under that name; the supplier is asked for each
 * message, so that a reloaded configuration is in force with the next one.
 */
public final class MappingComponent extends DefaultComponent {

    private final Supplier<MappingSet> mappings;

    public MappingComponent(Supplier<MappingSet> mappings) {
        this.mappings = mappings;
    }

    MappingSet mappings() {
        return mappings.get();
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        if (mappings().find(remaining).isEmpty()) {
            throw new IllegalArgumentException("There is no mapping named " + remaining + " in routes/mappings");
        }
        return new MappingEndpoint(uri, this, remaining);
    }
}
