package com.wecomesb.sandbox.wecom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an API call answers: a result in JSON, which may be an error, or a file. */
public sealed interface ApiAnswer {

    /** JSON; the fields come beside errcode and errmsg. */
    record Result(Errcode code, ObjectNode fields) implements ApiAnswer {}

    /** The content of a media. */
    record File(String name, String contentType, byte[] content) implements ApiAnswer {}

    static ApiAnswer ok() {
        return ok(JsonNodeFactory.instance.objectNode());
    }

    static ApiAnswer ok(ObjectNode fields) {
        return new Result(Errcode.OK, fields);
    }

    static ApiAnswer error(Errcode code) {
        return new Result(code, JsonNodeFactory.instance.objectNode());
    }
}
