package com.wecomesb.configuration;

import com.wecomesb.document.FormatOwner;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.util.List;

/**
 * A format whose files are the YAML files of one folder.
 *
 * @param name of the format and of its folder
 * @param reader makes sense of the roots of all its files together
 */
record YamlFolder<T>(String name, Reader<T> reader) implements FormatOwner<T> {

    /** Reads the roots of files that are YAML; those that are not have had their mistake already. */
    @FunctionalInterface
    interface Reader<T> {

        T read(List<YamlNode> files, Mistakes mistakes);
    }

    @Override
    public boolean owns(String path) {
        return path.startsWith(name + "/") && path.endsWith(".yaml");
    }

    @Override
    public T read(List<SourceFile> files, Mistakes mistakes) {
        List<YamlNode> roots = files.stream()
                .flatMap(file -> YamlFile.read(file.path(), file.text(), mistakes).stream())
                .toList();
        return reader.read(roots, mistakes);
    }
}
