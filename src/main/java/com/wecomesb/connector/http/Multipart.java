package com.wecomesb.connector.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form with files (RFC 7578). Names of files are sent in UTF-8 as they are, as browsers and curl do: systems that are old
 * enough to matter know nothing else.
 */
public final class Multipart implements Payload {

    private final List<Part> parts;
    private final String boundary = "esb-" + UUID.randomUUID();

    public Multipart(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * A field, or a file where it has a file's name.
     *
     * @param contentType of a file
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Part(
            String name,
            @Nullable String fileName,
            @Nullable String contentType,
            byte[] content) {

        public static Part field(String name, String text) {
            return new Part(name, null, null, text.getBytes(StandardCharsets.UTF_8));
        }

        private String head() {
            StringBuilder head = new StringBuilder("Content-Disposition: form-data; name=\"" + quoted(name) + "\"");
            if (fileName != null) {
                head.append("; filename=\"").append(quoted(fileName)).append('"');
            }
            String type = contentType == null ? "text/plain; charset=UTF-8" : contentType.replaceAll("\\p{Cntrl}", "");
            return head.append("\r\nContent-Type: ")
                    .append(type)
                    .append("\r\n\r\n")
                    .toString();
        }

        /** What would end the header early is escaped as HTML 5 has it. */
        private static String quoted(String text) {
            return text.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Override
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    @Override
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Part part : parts) {
            bytes.writeBytes(("--" + boundary + "\r\n" + part.head()).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(part.content());
            bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        bytes.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
