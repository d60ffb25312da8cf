package com.wecomesb.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request carries. */
public sealed interface Payload permits Payload.Nothing, Payload.Json, Payload.Form, Payload.File, Multipart {

    Payload NOTHING = new Nothing();

    /** Null for nothing. */
    @Nullable
    String contentType();

    byte @Nullable [] bytes();

    /** A request without a body. */
    record Nothing() implements Payload {

        @Override
        public @Nullable String contentType() {
            return null;
        }

        @Override
        public byte @Nullable [] bytes() {
            return null;
        }
    }

    /** JSON, in UTF-8. */
    record Json(JsonNode json) implements Payload {

        @Override
        public String contentType() {
            return "application/json";
        }

        @Override
        public byte[] bytes() {
            return json.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "Json";
        }
    }

    /** A form as HTML knows it. */
    record Form(List<Parameter> fields) implements Payload {

        public Form {
            fields = List.copyOf(fields);
        }

        /** The same form with more fields. */
        public Form with(List<Parameter> others) {
            return new Form(Stream.concat(fields.stream(), others.stream()).toList());
        }

        @Override
        public String contentType() {
            return "application/x-www-form-urlencoded";
        }

        @Override
        public byte[] bytes() {
            // In a form, other than in an address, a space is a plus.
            return Parameter.encoded(fields).replace("%20", "+").getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The bytes of a file, as they are. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record File(String contentType, byte[] bytes) implements Payload {

        @Override
        public String toString() {
            return contentType;
        }
    }
}
