package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.http.Multipart.Part;
import com.wecomesb.connector.http.Parameter;
import com.wecomesb.connector.http.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;

/** The members of an object as parameters: one for each item of a list, none for null. */
final class Members {

    private Members() {}

    static List<Parameter> parameters(String option, JsonNode object) {
        List<Parameter> parameters = new ArrayList<>();
        each(option, object, (name, value) -> parameters.add(new Parameter(name, text(option, name, value))));
        return parameters;
    }

    /** Files are objects with {@code filename}, {@code type} and {@code content}, or {@code base64} instead of the last. */
    static List<Part> parts(JsonNode object) {
        List<Part> parts = new ArrayList<>();
        each(
                "multipart",
                object,
                (name, value) -> parts.add(
                        value.isObject() ? file(name, value) : Part.field(name, text("multipart", name, value))));
        return parts;
    }

    /** What is sent as it is: an object as a file of {@link #parts}, whose name nobody needs here. */
    static Payload.File file(JsonNode object) {
        if (!object.isObject() || !(object.hasNonNull("base64") || object.hasNonNull("content"))) {
            throw new ConnectorFailed(Kind.PERMANENT, "参数 file 要得出一个对象,里面有 base64 或 content");
        }
        return new Payload.File(type(object), content("file", object));
    }

    private static void each(String option, JsonNode object, BiConsumer<String, JsonNode> taken) {
        if (!object.isObject() && !object.isNull()) {
            throw new ConnectorFailed(Kind.PERMANENT, "参数 " + option + " 要得出一个对象");
        }
        object.properties().forEach(member -> {
            Iterable<JsonNode> values = member.getValue().isArray() ? member.getValue() : List.of(member.getValue());
            for (JsonNode value : values) {
                if (!value.isNull()) {
                    taken.accept(member.getKey(), value);
                }
            }
        });
    }

    private static String text(String option, String name, JsonNode value) {
        if (value.isContainerNode()) {
            throw new ConnectorFailed(Kind.PERMANENT, "参数 " + option + " 的 " + name + " 要是文字或数字");
        }
        return value.asText();
    }

    private static Part file(String name, JsonNode file) {
        String fileName = file.path("filename").asText("file");
        return new Part(name, fileName, type(file), content("multipart", file));
    }

    private static String type(JsonNode file) {
        return file.path("type").asText("application/octet-stream").replaceAll("\\p{Cntrl}", "");
    }

    private static byte[] content(String option, JsonNode file) {
        try {
            if (file.hasNonNull("base64")) {
                return Base64.getDecoder().decode(file.path("base64").asText().replaceAll("\\s", ""));
            }
            JsonNode content = file.path("content");
            return content.isBinary()
                    ? content.binaryValue()
                    : content.asText("").getBytes(StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException noBytes) {
            throw new ConnectorFailed(Kind.PERMANENT, "参数 " + option + " 的文件内容不是 base64");
        }
    }
}
