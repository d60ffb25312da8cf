package com.wecomesb.reply;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.Optional;

/**
 * A file that a reply sends, and the place that names it.
 *
 * @param path below the routes folder, {@code replies/files/退货流程.png}
 */
public record MediaReference(String path, MediaKind kind, String file, int line, int column) {

    /** The folder, within that of the replies, whose files may be sent. */
    static final String FOLDER = "files/";

    static Optional<MediaReference> read(YamlNode node, MediaKind kind, Mistakes mistakes) {
        String name = node.text();
        boolean inside = node.isText()
                && name.startsWith(FOLDER)
                && name.length() > FOLDER.length()
                && !name.contains("..")
                && !name.contains("\\");
        if (!inside) {
            mistakes.add(
                    node, kind.chinese() + "要写成 files/ 下的文件名,例如 files/退货流程." + example(kind) + "(放在 replies/files/ 里)");
            return Optional.empty();
        }
        if (!kind.takes(name)) {
            mistakes.add(node, kind.chinese() + "只能是 " + String.join("、", kind.extensions()) + ",“" + name + "”不是");
            return Optional.empty();
        }
        return Optional.of(new MediaReference("replies/" + name, kind, node.file(), node.line(), node.column()));
    }

    private static String example(MediaKind kind) {
        return kind.extensions().isEmpty()
                ? "pdf"
                : kind.extensions().get(kind.extensions().size() - 1);
    }

    /** Something amiss with the file, at the place that names it. */
    public Mistake mistake(String words) {
        return new Mistake(file, line, column, words);
    }
}
