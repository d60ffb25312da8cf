package com.wecomesb.api;

import com.wecomesb.book.Book;
import com.wecomesb.book.BookExport;
import com.wecomesb.book.Books;
import com.wecomesb.book.Row;
import com.wecomesb.calendar.Calendars;
import com.wecomesb.configuration.BookFolder;
import com.wecomesb.configuration.RunningConfiguration;
import com.wecomesb.configuration.Snapshot;
import com.wecomesb.decision.Accounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reply books: what they are, what became of their rows, and new ones in their place. */
@RestController
@RequestMapping("/api/v1/books")
class BooksController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final RunningConfiguration configuration;
    private final BookFolder folder;
    private final BookHistory history;

    BooksController(RunningConfiguration configuration, BookFolder folder, BookHistory history) {
        this.configuration = configuration;
        this.folder = folder;
        this.history = history;
    }

    /**
     * A book in force.
     *
     * @param enabled rows that answer; the others are switched off
     */
    record BookView(String name, String path, int rows, long enabled) {

        static BookView of(Book book) {
            return new BookView(
                    book.name(),
                    book.path(),
                    book.rows().size(),
                    book.rows().stream().filter(Row::isEnabled).count());
        }
    }

    @GetMapping
    List<BookView> list() {
        return books().list().stream().map(BookView::of).toList();
    }

    /** All books as one xlsx file, a sheet for each, with hits and with what nobody could answer. */
    @GetMapping("/export")
    ResponseEntity<byte[]> exportAll() {
        return workbook("books", books().list());
    }

    /** The same of one book. */
    @GetMapping("/{name}/export")
    ResponseEntity<byte[]> export(@PathVariable String name) {
        Book book = folder.path(name)
                .flatMap(path -> books().list().stream()
                        .filter(known -> known.path().equals(path))
                        .findFirst())
                .orElseThrow(() -> new NotThere("There is no reply book of this name"));
        return workbook(book.name(), List.of(book));
    }

    /** Puts an xlsx or CSV file in the place of a book, or in a dry run, which it is by default, says what that would change. */
    @PostMapping("/{name}/import")
    ImportView replace(
            @PathVariable String name,
            @RequestParam(name = "dry-run", defaultValue = "true") boolean dryRun,
            @RequestBody byte[] file)
            throws IOException {
        Optional<String> path = folder.path(name);
        if (path.isEmpty()) {
            throw new BadRequest("A reply book is called by letters, digits, Chinese characters, -, _ and .");
        }
        return ImportView.of(dryRun ? folder.tryOut(path.get(), file) : folder.accept(path.get(), file));
    }

    private ResponseEntity<byte[]> workbook(String name, List<Book> books) {
        Snapshot snapshot = configuration.current();
        BookExport export =
                new BookExport(history.hits(), snapshot.part(Calendars.class).zone());
        byte[] content = export.workbook(
                books, UnansweredQuestions.of(history.unanswered(), snapshot), mayGuess(snapshot.part(Accounts.class)));
        return ResponseEntity.ok()
                .contentType(XLSX)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private static boolean mayGuess(Accounts accounts) {
        return accounts.industriesOfApps().isEmpty()
                && accounts.list().stream().allMatch(account -> account.industry() == null);
    }

    private Books books() {
        return configuration.current().part(Books.class);
    }
}
