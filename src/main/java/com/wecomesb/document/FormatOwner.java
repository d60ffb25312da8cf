package com.wecomesb.document;

import java.util.List;

/**
 * Reads the files of one format for a snapshot of the configuration.
 *
 * @param <T> what the files say, immutable
 */
public interface FormatOwner<T> {

    /** The format's name, unique, {@code rules}. */
    String name();

    /** Whether the file at this path is of this format. */
    boolean owns(String path);

    /**
     * Reads all files of the format, sorted by path. Every mistake goes to {@code mistakes}; with mistakes the result is
     * used for finding further ones only.
     */
    T read(List<SourceFile> files, Mistakes mistakes);
}
