package com.wecomesb.book;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A column of a reply book. */
public enum Column {
    NUMBER("编号", Words::plain),
    ENABLED("启用", Words::yesOrNo),
    QUESTIONS("问法(每行一个)", Words::lines),
    EXCEPT("排除词", Words::list),
    MATCH("匹配(包含/完全/相似)", text -> text.isEmpty() ? "包含" : text),
    REPLY("回复", text -> text),
    PICTURE("图片", Words::lines),
    BRAND("品牌", text -> text),
    PRIORITY("优先级", Words::number),
    FROM("生效", Moment::canonical),
    UNTIL("失效", Moment::canonical),
    PEOPLE("转人工", Words::whom),
    NOTE("备注", text -> text),
    HITS("命中次数", text -> text),
    LAST_HIT("最近命中", text -> text);

    private final String head;

    @SuppressWarnings("ImmutableEnumChecker") // stateless
    private final UnaryOperator<String> canonical;

    Column(String head, UnaryOperator<String> canonical) {
        this.head = head;
        this.canonical = canonical;
    }

    /** What stands over it, {@code 问法(每行一个)}. */
    public String head() {
        return head;
    }

    /** Its name without what is said about it, {@code 问法}. */
    public String title() {
        return Words.withoutRemark(head);
    }

    /** Whether people keep it; the others are told by the bus, and passed over when a book is read. */
    public boolean isKept() {
        return this != HITS && this != LAST_HIT;
    }

    /** The columns that people keep, in their order. */
    public static List<Column> kept() {
        return Arrays.stream(values()).filter(Column::isKept).toList();
    }

    /** The one form of all that means the same; what cannot be read stays as it is. */
    String canonical(String text) {
        return canonical.apply(text);
    }

    static Optional<Column> of(String head) {
        String title = Words.withoutRemark(Words.plain(head));
        return Arrays.stream(values())
                .filter(column -> column.title().equals(title))
                .findFirst();
    }
}
