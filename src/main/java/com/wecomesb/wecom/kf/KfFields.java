package com.wecomesb.wecom.kf;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object of WeCom's, by its own names; a missing one is empty, as WeCom leaves out at will. */
record KfFields(JsonNode object) {

    String text(String name) {
        return object.path(name).asText("");
    }

    @Nullable
    String optionalText(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    Confidential confidential(String name) {
        return new Confidential(text(name));
    }

    int number(String name) {
        return object.path(name).asInt(0);
    }

    double decimal(String name) {
        return object.path(name).asDouble(0);
    }

    Instant time(String name) {
        return Instant.ofEpochSecond(object.path(name).asLong(0));
    }

    KfFields object(String name) {
        return new KfFields(object.path(name));
    }

    <T> List<T> list(String name, Function<KfFields, T> reader) {
        return StreamSupport.stream(object.path(name).spliterator(), false)
                .map(element -> reader.apply(new KfFields(element)))
                .toList();
    }

    @Override
    public String toString() {
        return "KfFields[]";
    }
}
