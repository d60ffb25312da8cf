package com.wecomesb.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON as tests write it: in single quotes, {@code \'} for the quote itself. */
public final class SingleQuoted {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SingleQuoted() {}

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(
                    text.replace("\\'", "\u0000").replace('\'', '"').replace("\u0000", "'"));
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException(exception);
        }
    }
}
