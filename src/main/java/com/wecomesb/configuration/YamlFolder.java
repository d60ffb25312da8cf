package com.wecomesb.configuration;

import com.wecomesb.document.FormatOwner;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.util.List;

/**
 * A format whose files are the YAML files of a folder, or of some.
 *
 * @param name of the format
 * @param folders where its files are
 * @param reader makes sense of the roots of all its files together
 */
record YamlFolder<T>(String name, List<String> folders, Reader<T> reader) implements FormatOwner<T> {

    YamlFolder(String name, Reader<T> reader) {
        this(name, List.of(name), reader);
    }

    /** Reads the roots of files that are YAML; those that are not have had their mistake already. */
    @FunctionalInterface
    interface Reader<T> {

        T read(List<YamlNode> files, Mistakes mistakes);
    }

    @Override
    public boolean owns(String path) {
        return path.endsWith(".yaml") && folders.stream().anyMatch(folder -> path.startsWith(folder + "/"));
    }

    @Override
    public T read(List<SourceFile> files, Mistakes mistakes) {
        List<YamlNode> roots = files.stream()
                .flatMap(file -> YamlFile.read(file.path(), file.text(), mistakes).stream())
                .toList();
        return reader.read(roots, mistakes);
    }
}
