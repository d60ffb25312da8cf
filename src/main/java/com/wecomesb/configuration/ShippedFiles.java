package com.wecomesb.configuration;

import com.wecomesb.media.MediaFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;

/** What is packed in the jar: the product, and the example content. */
public final class ShippedFiles {

    private static final Pattern PRODUCT =
            Pattern.compile("errors\\.camel\\.yaml|(flows|connectors|schemas|mappings)/.+");

    private final Map<String, String> texts;
    private final Map<String, byte[]> media;

    private ShippedFiles(Map<String, String> texts, Map<String, byte[]> media) {
        this.texts = texts;
        this.media = media;
    }

    /** The files under {@code /routes} of the class path. */
    public static ShippedFiles ofProduct() {
        Map<String, String> texts = new TreeMap<>();
        Map<String, byte[]> media = new TreeMap<>();
        read("routes").forEach((path, content) -> {
            if (MediaFolder.isMedia(path)) {
                media.put(path, content);
            } else {
                texts.put(path, new String(content, StandardCharsets.UTF_8));
            }
        });
        return new ShippedFiles(texts, media);
    }

    /** Files given in place. */
    public static ShippedFiles of(Map<String, String> texts) {
        return new ShippedFiles(new TreeMap<>(texts), Map.of());
    }

    /** The JSON Schemas of the formats, for editors, by file name. */
    public static Map<String, String> schemas() {
        Map<String, String> schemas = new TreeMap<>();
        read("schema").forEach((path, content) -> schemas.put(path, new String(content, StandardCharsets.UTF_8)));
        return schemas;
    }

    /** Whether a shipped file of this path is the product's, and not an example of a company's content. */
    static boolean isProduct(String path) {
        return PRODUCT.matcher(path).matches();
    }

    public boolean has(String path) {
        return texts.containsKey(path);
    }

    /** Text by path, sorted. */
    Map<String, String> texts() {
        return texts;
    }

    /** What replies send, content by path. */
    Map<String, byte[]> media() {
        return media;
    }

    private static Map<String, byte[]> read(String folder) {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        Map<String, byte[]> contents = new TreeMap<>();
        try {
            for (Resource root : resolver.getResources("classpath*:" + folder + "/")) {
                String prefix = root.getURL().toString();
                for (Resource file : resolver.getResources("classpath*:" + folder + "/**/*")) {
                    String url = file.getURL().toString();
                    if (url.startsWith(prefix) && !url.endsWith("/") && file.isReadable()) {
                        String path = StringUtils.uriDecode(url.substring(prefix.length()), StandardCharsets.UTF_8);
                        contents.putIfAbsent(path, file.getContentAsByteArray());
                    }
                }
            }
            return contents;
        } catch (IOException unreadableJar) {
            throw new UncheckedIOException(unreadableJar);
        }
    }
}
