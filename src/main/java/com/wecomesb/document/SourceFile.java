package com.wecomesb.document;

/**
 * A file of the routes folder as it was read, once, for one snapshot.
 *
 * @param path below the routes folder, with slashes, {@code rules/returns.yaml}
 * @param text the content, UTF-8, without a byte order mark
 * @param origin who wrote it
 */
public record SourceFile(String path, String text, Origin origin) {

    /** Where a file comes from. */
    public enum Origin {
        /** Packed in the jar: the product, or an example. */
        SHIPPED,
        /** The company's version of a file of the product. */
        OVERLAID,
        /** The company's own. */
        COMPANY
    }

    @Override
    public String toString() {
        return path;
    }
}
