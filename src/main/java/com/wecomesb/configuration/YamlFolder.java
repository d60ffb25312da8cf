package com.wecomesb.configuration;

import com.wecomesb.book.BookText;
import com.wecomesb.book.Books;
import com.wecomesb.document.FormatOwner;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A format whose files are the YAML files of a folder, or of some, and what reply books say of it.
 *
 * @param name of the format
 * @param folders where its files are
 * @param inBooks what books say, as roots of such files
 * @param reader makes sense of the roots of all its files together
 */
record YamlFolder<T>(String name, List<String> folders, Function<Books, List<YamlNode>> inBooks, Reader<T> reader)
        implements FormatOwner<T> {

    private static final Function<Books, List<YamlNode>> NOTHING = books -> List.of();

    YamlFolder(String name, Reader<T> reader) {
        this(name, List.of(name), NOTHING, reader);
    }

    /** Reads the roots of files that are YAML; those that are not have had their mistake already. */
    @FunctionalInterface
    interface Reader<T> {

        T read(List<YamlNode> files, Mistakes mistakes);
    }

    @Override
    public boolean owns(String path) {
        return isYaml(path) || (inBooks != NOTHING && BookText.isBook(path));
    }

    private boolean isYaml(String path) {
        return path.endsWith(".yaml") && folders.stream().anyMatch(folder -> path.startsWith(folder + "/"));
    }

    @Override
    public T read(List<SourceFile> files, Mistakes mistakes) {
        Stream<YamlNode> yaml = files.stream()
                .filter(file -> isYaml(file.path()))
                .flatMap(file -> YamlFile.read(file.path(), file.text(), mistakes).stream());
        List<SourceFile> books =
                files.stream().filter(file -> BookText.isBook(file.path())).toList();
        // What is wrong with the books themselves is told by the format of books.
        Stream<YamlNode> rows = inBooks.apply(Books.read(books, new Mistakes())).stream();
        return reader.read(Stream.concat(yaml, rows).toList(), mistakes);
    }
}
