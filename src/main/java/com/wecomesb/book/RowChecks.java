package com.wecomesb.book;

import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What has to be right in a row before it is read as a rule: what only a spreadsheet can get wrong. */
final class RowChecks {

    /** The most that a text message holds, in bytes (W94677, W90236). */
    private static final int LONGEST_REPLY = 2048;

    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_ID = 80;
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_.\\-\\p{IsHan}]+");
    private static final Pattern PRIORITY = Pattern.compile("-?[0-9]{1,6}");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{.*?}}|\\{%.*?%}", Pattern.DOTALL);

    private final Book book;
    private final Mistakes mistakes;
    private final Map<String, Integer> lines = new HashMap<>();

    RowChecks(Book book, Mistakes mistakes) {
        this.book = book;
        this.mistakes = mistakes;
    }

    /** Whether the row is right. Of one that is switched off only its number has to be: it may be a draft. */
    boolean check(Row row) {
        int before = mistakes.list().size();
        number(row);
        if (!row.get(Column.ENABLED).equals(Words.YES) && row.isEnabled()) {
            add(row, Column.ENABLED, "启用要写 是 或 否");
        }
        if (row.isEnabled()) {
            questions(row);
            reply(row);
            control(row);
        }
        return mistakes.list().size() == before;
    }

    private void number(Row row) {
        String number = row.number();
        if (number.isEmpty()) {
            add(row, Column.NUMBER, "编号不能为空:每一行要有自己的编号,之后不要改(命中次数按编号统计)");
        } else if (!NUMBER.matcher(number).matches() || book.idOf(row).length() > LONGEST_ID) {
            add(row, Column.NUMBER, "编号只能用字母、数字、汉字、-、_、.,连同书名最多 " + LONGEST_ID + " 个字");
        } else {
            Integer before = lines.putIfAbsent(number, row.line());
            if (before != null) {
                add(row, Column.NUMBER, "编号“" + number + "”在第 " + before + " 行已经用过");
            }
        }
    }

    private void questions(Row row) {
        List<String> questions = Words.linesOf(row.get(Column.QUESTIONS));
        if (questions.isEmpty()) {
            add(row, Column.QUESTIONS, "问法不能为空:每行写一个客户会怎么问");
        }
        if (questions.stream().anyMatch(question -> question.length() > LONGEST_QUESTION)) {
            add(row, Column.QUESTIONS, "一个问法最多 " + LONGEST_QUESTION + " 个字");
        }
        if (Matching.of(row.get(Column.MATCH)).isEmpty()) {
            add(row, Column.MATCH, "匹配没有“" + row.get(Column.MATCH) + "”,要写 包含、完全 或 相似");
        }
    }

    private void reply(Row row) {
        int bytes = TEMPLATE.matcher(row.get(Column.REPLY)).replaceAll("").getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_REPLY) {
            add(row, Column.REPLY, "回复超过" + LONGEST_REPLY + "字节(有 " + bytes + " 字节,一个汉字 3 字节)");
        }
        boolean isSilent =
                row.get(Column.REPLY).isEmpty() && row.get(Column.PICTURE).isEmpty();
        if (isSilent && row.get(Column.MATCH).equals(Matching.SIMILAR.word())) {
            add(row, Column.REPLY, "匹配是相似时要有回复或图片");
        } else if (isSilent && row.get(Column.PEOPLE).isEmpty()) {
            add(row, Column.REPLY, "回复、图片、转人工至少要写一个");
        }
    }

    private void control(Row row) {
        if (!PRIORITY.matcher(row.get(Column.PRIORITY)).matches()) {
            add(row, Column.PRIORITY, "优先级要写整数,越大越先");
        }
        date(row, Column.FROM);
        date(row, Column.UNTIL);
    }

    private void date(Row row, Column column) {
        String written = row.get(column);
        if (!written.isEmpty() && Moment.read(written).isEmpty()) {
            add(row, column, column.title() + "“" + written + "”不是日期:写成 2026-11-01,或者带时间 2026-11-01 09:30");
        }
    }

    private void add(Row row, Column column, String words) {
        Mistake mistake = book.mistake(row, column, words);
        mistakes.add(mistake);
    }
}
