package com.wecomesb.connector.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import com.wecomesb.connector.http.Multipart.Part;
import com.wecomesb.connector.http.Parameter;
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
        String type = file.path("type").asText("application/octet-stream");
        return new Part(name, fileName, type, content(file));
    }

    private static byte[] content(JsonNode file) {
        try {
            if (file.hasNonNull("base64")) {
                return Base64.getMimeDecoder().decode(file.path("base64").asText());
            }
            JsonNode content = file.path("content");
            return content.isBinary()
                    ? content.binaryValue()
                    : content.asText("").getBytes(StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException noBytes) {
            throw new ConnectorFailed(Kind.PERMANENT, "multipart 的文件内容不是 base64");
        }
    }
}
