package com.wecomesb.configuration;

import com.wecomesb.book.Book;
import com.wecomesb.book.BookImport;
import com.wecomesb.book.Books;
import com.wecomesb.book.Difference;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reply books of the routes folder, as people hand them in: a book replaces the one of its name as a whole, or not at all. */
public final class BookFolder {

    private final RunningConfiguration configuration;
    private final ContentFiles content;

    BookFolder(RunningConfiguration configuration, ContentFiles content) {
        this.configuration = configuration;
        this.content = content;
    }

    /**
     * What a file that was handed in would change, or has changed.
     *
     * @param path the book's file
     * @param mistakes why nothing was changed; empty when there is no reason
     * @param isWritten whether it is in its place now
     */
    public record Handed(String path, Difference difference, List<Mistake> mistakes, boolean isWritten) {

        private static final Difference NOTHING = new Difference(List.of(), List.of(), List.of());
    }

    /** Where the book of this name is or would be: {@code 售后}, {@code 售后.csv} for a new one that is to be CSV. */
    public Optional<String> path(String name) {
        Optional<String> known = books().list().stream()
                .map(Book::path)
                .filter(path -> path.equals("books/" + name) || path.matches("books/\\Q" + name + "\\E\\.(xlsx|csv)"))
                .findFirst();
        boolean hasKind = name.endsWith(".csv") || name.endsWith(".xlsx");
        return known.or(() -> Optional.of("books/" + name + (hasKind ? "" : ".xlsx")))
                .filter(Books::isName);
    }

    /** Says what the file would change, and whether the whole configuration would be without mistakes then. */
    public Handed tryOut(String path, byte[] file) {
        Mistakes mistakes = new Mistakes();
        return read(path, file, mistakes)
                .map(read -> tried(path, read))
                .orElseGet(() -> new Handed(path, Handed.NOTHING, mistakes.list(), false));
    }

    /**
     * Puts the file in its place if the whole configuration is without mistakes then; else nothing is changed.
     *
     * @throws IOException if it cannot be written
     */
    public synchronized Handed accept(String path, byte[] file) throws IOException {
        Handed tried = tryOut(path, file);
        Optional<BookImport> read = read(path, file, new Mistakes());
        if (!tried.mistakes().isEmpty() || read.isEmpty() || tried.difference().isEmpty()) {
            return tried;
        }
        List<Mistake> mistakes = content.writeBook(path, read.get().file()).mistakes();
        return new Handed(path, tried.difference(), mistakes, true);
    }

    private Handed tried(String path, BookImport read) {
        RouteFiles candidate = configuration
                .onDisk()
                .with(Map.of(path, Optional.of(read.source().text())));
        List<Mistake> mistakes = configuration.tryOut(candidate).mistakes().stream()
                .map(read::asHandedIn)
                .toList();
        return new Handed(path, read.difference(), mistakes, false);
    }

    private Optional<BookImport> read(String path, byte[] file, Mistakes mistakes) {
        Book before = books().list().stream()
                .filter(book -> book.path().equals(path))
                .findFirst()
                .orElse(null);
        return BookImport.read(path, file, before, mistakes);
    }

    private Books books() {
        return configuration.current().part(Books.class);
    }
}
