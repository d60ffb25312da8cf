package com.wecomesb.wecom.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A file on its way to WeCom, as {@code multipart/form-data} with the part {@code media} (W90253).
 *
 * @param name as recipients see it
 */
record Upload(String name, byte[] content) {

    /** No file has this line by accident: it is longer than what a person would write. */
    private static final String BOUNDARY = "wecom-esb-7f3a9c51d2e84b06a1c5e9d04b7f2368";

    static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    /** Names go as raw UTF-8: WeCom does not know {@code filename*}. */
    byte[] body() {
        String head = "--" + BOUNDARY + "\r\n"
                + "Content-Disposition: form-data; name=\"media\"; filename=\"" + safeName() + "\"; filelength="
                + content.length + "\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        ByteArrayOutputStream body = new ByteArrayOutputStream(content.length + 512);
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private String safeName() {
        return name.replaceAll("[\\p{Cc}\"\\\\]", "_");
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "Upload[" + content.length + " bytes]";
    }
}
