package com.wecomesb.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes reply books out of the running bus and puts them back. */
@Command(
        name = "books",
        mixinStandardHelpOptions = true,
        description = "Lists the reply books; exports them with their hits; imports them.",
        subcommands = {BooksCommand.Export.class, BooksCommand.Import.class})
final class BooksCommand implements Callable<Integer> {

    private static final String PATH = "/api/v1/books";
    private static final String FOLDER = "books/";

    @Mixin
    private BusOptions options;

    @Override
    public Integer call() {
        JsonNode books = options.bus().get(PATH);
        options.print(books, out -> tell(books, out));
        return 0;
    }

    private static void tell(JsonNode books, PrintWriter out) {
        books.forEach(book -> out.println(book.path("path").asText() + "  "
                + book.path("rows").asInt() + " 行,启用 " + book.path("enabled").asInt() + " 行"));
        if (books.isEmpty()) {
            out.println("没有话术表(routes/books/*.xlsx 或 *.csv)");
        }
    }

    /** {@code routes/books/售后.xlsx}, {@code books/售后.xlsx}, {@code 售后.xlsx} and {@code 售后} are the same book. */
    private static String name(String file) {
        String path = file.replace('\\', '/');
        int folder = path.lastIndexOf(FOLDER);
        return BusClient.encoded(folder < 0 ? path : path.substring(folder + FOLDER.length()));
    }

    /** Writes a workbook. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes a book as xlsx, with hits and a sheet of the questions that nobody could answer.")
    static final class Export implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @ArgGroup(multiplicity = "1")
        private Which which = new Which();

        @Option(
                names = "-o",
                paramLabel = "OUT",
                required = true,
                description = "the xlsx file to write; not one that is there")
        private Path target;

        static final class Which {

            @Parameters(paramLabel = "FILE", description = "the book, 售后 or books/售后.xlsx")
            private @Nullable String file;

            @Option(names = "--all", description = "every book, a sheet for each")
            private boolean all;
        }

        @Override
        public Integer call() throws IOException {
            String path =
                    which.all || which.file == null ? PATH + "/export" : PATH + "/" + name(which.file) + "/export";
            byte[] workbook = options.bus().download(path);
            Files.write(target, workbook, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            PrintWriter out = options.out();
            out.println("写好了 " + target + "。里面有客户的原话,请按个人信息保管");
            out.flush();
            return 0;
        }
    }

    /** Hands a file in. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Shows what a file would add, change and delete, asks, and puts it in the place of the book.")
    static final class Import implements Callable<Integer> {

        @Mixin
        private BusOptions options;

        @Parameters(paramLabel = "FILE", description = "xlsx or CSV")
        private Path file;

        @Option(names = "--to", paramLabel = "BOOK", description = "the book, 售后 or routes/books/售后.xlsx; FILE's name")
        private @Nullable String to;

        @Option(names = "--yes", description = "do not ask")
        private boolean yes;

        @Override
        public Integer call() throws IOException {
            String path = PATH + "/" + name(to == null ? file.getFileName().toString() : to) + "/import?dry-run=";
            byte[] content = Files.readAllBytes(file);
            JsonNode tried = options.bus().upload(path + "true", content);
            boolean isEmpty = tried.path("added").isEmpty()
                    && tried.path("changed").isEmpty()
                    && tried.path("deleted").isEmpty();
            if (!tried.path("mistakes").isEmpty() || isEmpty) {
                options.print(tried, out -> tell(tried, out));
                return tried.path("mistakes").isEmpty() ? 0 : CommandFailed.NOT_WELL;
            }
            if (!options.isJson()) {
                tell(tried, options.out());
                options.out().flush();
            }
            if (!yes && !isConfirmed()) {
                options.out().println("没有改动(确认请加 --yes)");
                options.out().flush();
                return CommandFailed.NOT_WELL;
            }
            JsonNode done = options.bus().upload(path + "false", content);
            options.print(
                    done,
                    out -> out.println(
                            done.path("written").asBoolean()
                                    ? "已写入 " + done.path("path").asText()
                                    : "没有写入"));
            done.path("mistakes")
                    .forEach(mistake ->
                            options.out().println(mistake.path("text").asText()));
            return done.path("mistakes").isEmpty() ? 0 : CommandFailed.NOT_WELL;
        }

        /** Only somebody at a terminal can say yes; a script says {@code --yes}. */
        private static boolean isConfirmed() {
            Console terminal = System.console();
            String answer = terminal == null ? null : terminal.readLine("这样改吗?[y/N] ");
            return answer != null && answer.strip().matches("(?i)y|yes|是");
        }

        private static void tell(JsonNode tried, PrintWriter out) {
            rows("新增", tried.path("added"), out);
            rows("修改", tried.path("changed"), out);
            rows("删除", tried.path("deleted"), out);
            tried.path("mistakes")
                    .forEach(mistake -> out.println(mistake.path("text").asText()));
            if (!tried.path("mistakes").isEmpty()) {
                out.println(tried.path("mistakes").size() + " 处错误,没有改动");
            } else {
                out.println(tried.path("path").asText() + ":新增 "
                        + tried.path("added").size() + " 行,修改 "
                        + tried.path("changed").size() + " 行,删除 "
                        + tried.path("deleted").size() + " 行");
            }
        }

        private static void rows(String what, JsonNode rows, PrintWriter out) {
            rows.forEach(row -> {
                StringBuilder columns = new StringBuilder();
                row.path("columns")
                        .forEach(column ->
                                columns.append(columns.isEmpty() ? "  (" : "、").append(column.asText()));
                out.println(what + " " + row.path("number").asText() + "  "
                        + row.path("question").asText() + columns + (columns.isEmpty() ? "" : ")"));
            });
        }
    }
}
