package com.wecomesb.book;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.Written;
import com.wecomesb.document.YamlNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The reply books of the routes folder, {@code books/*.xlsx} and {@code books/*.csv}. Immutable. */
public final class Books {

    private static final Pattern NAME = Pattern.compile("books/[A-Za-z0-9_.\\-\\p{IsHan}]+\\.(xlsx|csv)");

    private final List<Book> books = new ArrayList<>();
    private final List<YamlNode> rules = new ArrayList<>();
    private final List<YamlNode> replies = new ArrayList<>();

    private Books() {}

    /** Reads books, each as {@link BookText} has it; what is wrong in them is added to the mistakes. */
    public static Books read(List<SourceFile> files, Mistakes mistakes) {
        Books books = new Books();
        Map<String, String> paths = new HashMap<>();
        for (SourceFile file : files) {
            if (!isName(file.path())) {
                mistakes.addWholeFile(file.path(), "书名只能用字母、数字、汉字、-、_、.,直接放在 books/ 里");
                continue;
            }
            String other = paths.putIfAbsent(Book.nameOf(file.path()), file.path());
            if (other != null) {
                mistakes.addWholeFile(file.path(), "和 " + other + " 同名,请改一个名字");
                continue;
            }
            Sheet sheet = CsvText.read(file.path(), file.text(), mistakes);
            books.add(Book.read(file.path(), sheet, mistakes), mistakes);
        }
        return books;
    }

    /** The column of a book in which it stands how its questions are matched, counted from 1; nothing for other files. */
    public OptionalInt matchColumn(String path) {
        return books.stream()
                .filter(book -> book.path().equals(path))
                .mapToInt(book -> book.heads().column(Column.MATCH))
                .findFirst();
    }

    /** Whether a book may be called so. */
    public static boolean isName(String path) {
        return NAME.matcher(path).matches();
    }

    private void add(Book book, Mistakes mistakes) {
        books.add(book);
        RowChecks checks = new RowChecks(book, mistakes);
        List<YamlNode> said = new ArrayList<>();
        List<YamlNode> answers = new ArrayList<>();
        for (Row row : book.rows()) {
            if (checks.check(row) && row.isEnabled()) {
                RowRule rule = new RowRule(book, row);
                said.add(rule.rule());
                if (rule.saysSomething()) {
                    answers.add(rule.reply());
                }
            }
        }
        Written file = new Written(book.path(), 1, 1);
        if (!said.isEmpty()) {
            rules.add(file.map(Map.of("rules", file.list(said))));
        }
        if (!answers.isEmpty()) {
            replies.add(file.map(Map.of("replies", file.list(answers))));
        }
    }

    /**
     * The file of a book, from its text as {@link SourceFile} holds it.
     *
     * @throws IllegalArgumentException if it is not the text of a book
     */
    public static byte[] file(String path, String text) {
        List<Sheet> sheets = BookText.sheets(path, text.getBytes(StandardCharsets.UTF_8), new Mistakes());
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("not the text of a reply book");
        }
        return BookContent.file(path, sheets.get(0));
    }

    public List<Book> list() {
        return List.copyOf(books);
    }

    public Optional<Book> named(String name) {
        return books.stream().filter(book -> book.name().equals(name)).findFirst();
    }

    /** What the rows do, as roots of rule files. */
    public List<YamlNode> rules() {
        return List.copyOf(rules);
    }

    /** What the rows say, as roots of reply files. */
    public List<YamlNode> replies() {
        return List.copyOf(replies);
    }
}
