package com.wecomesb.book;

import com.wecomesb.document.FormatOwner;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import java.util.List;

/** The format of {@code books/*.xlsx} and {@code books/*.csv}. */
public final class BookFiles implements FormatOwner<Books> {

    @Override
    public String name() {
        return "books";
    }

    @Override
    public boolean owns(String path) {
        return BookText.isBook(path);
    }

    @Override
    public Books read(List<SourceFile> files, Mistakes mistakes) {
        return Books.read(files, mistakes);
    }
}
