package com.wecomesb.mapping;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** Translates a JSON body by a table of {@code routes/mappings}. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "mapping",
        title = "Mapping",
        syntax = "mapping:name",
        remote = false,
        producerOnly = true,
        category = Category.TRANSFORMATION)
final class MappingEndpoint extends DefaultEndpoint {

    @UriPath(description = "The mapping's name, which is its file's name without .yaml")
    @Metadata(required = true)
    private final String name;

    MappingEndpoint(String uri, MappingComponent component, String name) {
        super(uri, component);
        this.name = name;
    }

    Mapping mapping() {
        return ((MappingComponent) getComponent())
                .mappings()
                .find(name)
                .orElseThrow(() -> new IllegalStateException("Mapping " + name + " has been removed"));
    }

    @Override
    public Producer createProducer() {
        return new MappingProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("mapping: only translates what is sent to it");
    }

    @Override
    public boolean isRemote() {
        return false;
    }
}
