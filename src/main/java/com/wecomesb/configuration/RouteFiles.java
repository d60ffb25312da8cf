package com.wecomesb.configuration;

import com.wecomesb.book.Books;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import com.wecomesb.media.MediaFile;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All files of one moment: the product with the company's versions over it, and the company's content.
 *
 * @param files sorted by path, each path once
 * @param media the files that replies send, sorted by path
 * @param mistakes files that could not be read
 * @param examples whether the shipped examples stand in for a company's content, as there is no routes folder
 */
public record RouteFiles(List<SourceFile> files, List<MediaFile> media, List<Mistake> mistakes, boolean examples) {

    public RouteFiles {
        files = files.stream().sorted(Comparator.comparing(SourceFile::path)).toList();
        media = List.copyOf(media);
        mistakes = List.copyOf(mistakes);
    }

    public Optional<SourceFile> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /**
     * The same after some files were written or deleted.
     *
     * @param changes the new texts by path; empty: the file is deleted
     */
    public RouteFiles with(Map<String, Optional<String>> changes) {
        Map<String, SourceFile> changed = new LinkedHashMap<>();
        files.forEach(file -> changed.put(file.path(), file));
        changes.forEach((path, text) -> text.ifPresentOrElse(
                written -> changed.put(path, new SourceFile(path, written, Origin.COMPANY)),
                () -> changed.remove(path)));
        List<Mistake> left = mistakes.stream()
                .filter(mistake -> !changes.containsKey(mistake.file()))
                .toList();
        return new RouteFiles(List.copyOf(changed.values()), media, left, examples);
    }

    /** The company's content, text by path; of a reply book its rows as CSV. */
    public Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        files.stream()
                .filter(file -> ContentFiles.isContent(file.path()) || Books.isName(file.path()))
                .forEach(file -> content.put(file.path(), file.text()));
        return content;
    }

    /** The product's files that the company has replaced by its own version. */
    public List<String> overlaid() {
        return files.stream()
                .filter(file -> file.origin() == Origin.OVERLAID)
                .map(SourceFile::path)
                .toList();
    }
}
