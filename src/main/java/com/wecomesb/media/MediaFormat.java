package com.wecomesb.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file really is, by its first bytes. */
public enum MediaFormat {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    AMR("audio/amr", "amr"),
    MP4("video/mp4", "mp4"),
    OTHER("application/octet-stream", "bin");

    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG_HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] AMR_HEAD = "#!AMR".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MP4_BOX = "ftyp".getBytes(StandardCharsets.US_ASCII);
    private static final int MP4_BOX_AT = 4;

    private final String type;
    private final String extension;

    MediaFormat(String type, String extension) {
        this.type = type;
        this.extension = extension;
    }

    /** The media type, {@code image/jpeg}. */
    String type() {
        return type;
    }

    /** What names of such files end with, without the dot. */
    String extension() {
        return extension;
    }

    static MediaFormat of(byte[] head) {
        if (has(head, 0, PNG_HEAD)) {
            return PNG;
        }
        if (has(head, 0, JPEG_HEAD)) {
            return JPEG;
        }
        if (has(head, 0, AMR_HEAD)) {
            return AMR;
        }
        return has(head, MP4_BOX_AT, MP4_BOX) ? MP4 : OTHER;
    }

    private static boolean has(byte[] bytes, int at, byte[] wanted) {
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
