package com.wecomesb.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** JSON documents in and out of the simulated systems. */
@Simulated
public class Documents {

    private static final int LONGEST = 1 << 20;

    private final ObjectMapper json;

    Documents(ObjectMapper json) {
        this.json = json;
    }

    /** A request whose body is no JSON object, or longer than 1 MiB. */
    public static final class Malformed extends IOException {

        private static final long serialVersionUID = 1L;

        Malformed() {
            super("the body must be one JSON object of at most 1 MiB, and its Content-Type application/json");
        }
    }

    /** The body of a request; an empty one counts as {@code {}}. */
    public ObjectNode read(ServerRequest request) throws IOException {
        byte[] body = request.servletRequest().getInputStream().readNBytes(LONGEST + 1);
        String type = request.servletRequest().getContentType();
        if (type != null && type.contains("form-urlencoded")) {
            throw new Malformed();
        }
        if (body.length == 0) {
            return object();
        }
        if (body.length <= LONGEST && parsed(body) instanceof ObjectNode document) {
            return document;
        }
        throw new Malformed();
    }

    private JsonNode parsed(byte[] body) throws IOException {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new Malformed();
        }
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** One thing that is wrong with a document. */
    public record Violation(String field, String message) {}

    public static ServerResponse ok(Object body) {
        return answer(HttpStatus.OK, body);
    }

    public static ServerResponse answer(HttpStatus status, Object body) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    public static ServerResponse error(HttpStatus status, String error) {
        return answer(status, object().put("error", error));
    }

    public static ServerResponse invalid(List<Violation> violations) {
        return answer(HttpStatus.UNPROCESSABLE_ENTITY, new Violations(violations));
    }

    record Violations(List<Violation> errors) {}
}
