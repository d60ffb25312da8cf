package com.wecomesb.book;

import com.wecomesb.document.Mistakes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a book's file as one kind of text, whatever the file is: comma-separated, with the rows and columns where
 * the file has them. So a snapshot, its hash and its versions hold books as they hold every other file.
 */
public final class BookText {

    /** A file above this is no reply book: ten thousand rows have about 2 MiB. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final String FOLDER = "books/";
    private static final int[] OLE = {0xD0, 0xCF, 0x11, 0xE0};

    private BookText() {}

    /** Whether a file of this path is a book, or is meant as one. */
    public static boolean isBook(String path) {
        return path.startsWith(FOLDER)
                && (path.endsWith(".xlsx") || path.endsWith(".csv") || path.endsWith(".xls"))
                && !path.contains("/~$");
    }

    /** The text of a file's first sheet; null when it cannot be read, and then the mistake says why. */
    public static @Nullable String of(String path, byte[] content, Mistakes mistakes) {
        List<Sheet> sheets = sheets(path, content, mistakes);
        return sheets.isEmpty() ? null : CsvText.write(sheets.get(0));
    }

    /** All sheets that people see; none when the file cannot be read. */
    static List<Sheet> sheets(String path, byte[] content, Mistakes mistakes) {
        if (content.length > MAX_BYTES) {
            mistakes.addWholeFile(path, "文件大于 8 MiB,没有读取");
            return List.of();
        }
        if (startsWith(content, OLE)) {
            mistakes.addWholeFile(path, "是旧的 .xls 格式,或者加了密码:请另存为没有密码的 .xlsx");
            return List.of();
        }
        if (startsWith(content, 'P', 'K')) {
            return new XlsxReader(path, mistakes).read(content);
        }
        String text = decoded(content);
        if (text == null) {
            mistakes.addWholeFile(path, "不是 xlsx,也不是 UTF-8 或 GBK 编码的 CSV,请用 Excel 另存为 .xlsx");
            return List.of();
        }
        int before = mistakes.list().size();
        Sheet sheet = CsvText.read(path, text, mistakes);
        return mistakes.list().size() == before ? List.of(sheet) : List.of();
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** No Chinese text in GBK that says 编号 is UTF-8 as well, so what reads as UTF-8 is that. */
    private static @Nullable String decoded(byte[] content) {
        if (startsWith(content, 0xFF, 0xFE) || startsWith(content, 0xFE, 0xFF)) {
            return strictly(content, StandardCharsets.UTF_16);
        }
        String utf8 = strictly(content, StandardCharsets.UTF_8);
        return utf8 == null ? strictly(content, Charset.forName("GB18030")) : utf8;
    }

    private static @Nullable String strictly(byte[] content, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }
}
