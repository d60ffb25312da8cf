package com.wecomesb.configuration;

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

    private ShippedFiles(Map<String, String> texts) {
        this.texts = texts;
    }

    /** The files under {@code /routes} of the class path. */
    public static ShippedFiles ofProduct() {
        return new ShippedFiles(read("routes"));
    }

    /** Files given in place. */
    public static ShippedFiles of(Map<String, String> texts) {
        return new ShippedFiles(new TreeMap<>(texts));
    }

    /** The JSON Schemas of the formats, for editors, by file name. */
    public static Map<String, String> schemas() {
        return read("schema");
    }

    /** Whether a shipped file of this path is the product's, and not an example of a company's content. */
    static boolean isProduct(String path) {
        return PRODUCT.matcher(path).matches();
    }

    /** Text by path, sorted. */
    Map<String, String> texts() {
        return texts;
    }

    private static Map<String, String> read(String folder) {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        Map<String, String> texts = new TreeMap<>();
        try {
            for (Resource root : resolver.getResources("classpath*:" + folder + "/")) {
                String prefix = root.getURL().toString();
                for (Resource file : resolver.getResources("classpath*:" + folder + "/**/*")) {
                    String url = file.getURL().toString();
                    if (url.startsWith(prefix) && !url.endsWith("/") && file.isReadable()) {
                        String path = StringUtils.uriDecode(url.substring(prefix.length()), StandardCharsets.UTF_8);
                        texts.putIfAbsent(path, file.getContentAsString(StandardCharsets.UTF_8));
                    }
                }
            }
            return texts;
        } catch (IOException unreadableJar) {
            throw new UncheckedIOException(unreadableJar);
        }
    }
}
