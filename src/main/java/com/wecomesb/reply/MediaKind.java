package com.wecomesb.reply;

import java.util.List;
import java.util.Locale;

/** What WeCom takes as media, with the limits of {@code media/upload} (W90253); everything is larger than 5 bytes. */
public enum MediaKind {
    IMAGE("图片", 10, List.of("jpg", "jpeg", "png")),
    VOICE("语音", 2, List.of("amr")),
    VIDEO("视频", 10, List.of("mp4")),
    /** Of any type. */
    FILE("文件", 20, List.of());

    /** A file of this many bytes or fewer is refused. */
    public static final long SMALLEST = 5;

    private final String chinese;
    private final int megabytes;
    private final List<String> extensions;

    MediaKind(String chinese, int megabytes, List<String> extensions) {
        this.chinese = chinese;
        this.megabytes = megabytes;
        this.extensions = extensions;
    }

    /** As files and the API name it: {@code image}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public String chinese() {
        return chinese;
    }

    /** In MiB. */
    public int megabytes() {
        return megabytes;
    }

    /** In bytes. */
    public long largest() {
        return megabytes * 1024L * 1024L;
    }

    /** Those that WeCom takes; empty for any. */
    public List<String> extensions() {
        return extensions;
    }

    boolean takes(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return extensions.isEmpty() || extensions.contains(extension);
    }
}
