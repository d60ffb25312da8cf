package com.wecomesb.api;

import com.wecomesb.book.Column;
import com.wecomesb.book.Difference;
import com.wecomesb.book.Row;
import com.wecomesb.configuration.BookFolder.Handed;
import java.util.List;

/**
 * What a file that was handed in changes.
 *
 * @param written whether it is in its place; never in a dry run, nor with mistakes
 */
record ImportView(
        String path,
        boolean written,
        List<RowView> added,
        List<ChangeView> changed,
        List<RowView> deleted,
        List<MistakeView> mistakes) {

    static ImportView of(Handed handed) {
        Difference difference = handed.difference();
        return new ImportView(
                handed.path(),
                handed.isWritten(),
                difference.added().stream().map(RowView::of).toList(),
                difference.changed().stream().map(ChangeView::of).toList(),
                difference.deleted().stream().map(RowView::of).toList(),
                handed.mistakes().stream().map(MistakeView::of).toList());
    }

    /** A row of a book, by its number, and the first way to ask it. */
    record RowView(String number, String question) {

        static RowView of(Row row) {
            return new RowView(
                    row.number(), row.get(Column.QUESTIONS).lines().findFirst().orElse(""));
        }
    }

    /** A row that says something else, and in which columns. */
    record ChangeView(String number, String question, List<String> columns) {

        static ChangeView of(Difference.Change change) {
            RowView row = RowView.of(change.after());
            return new ChangeView(
                    row.number(),
                    row.question(),
                    change.columns().stream().map(Column::title).toList());
        }
    }
}
