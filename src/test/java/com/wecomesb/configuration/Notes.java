package com.wecomesb.configuration;

import com.wecomesb.document.FormatOwner;
import com.wecomesb.document.Mistake;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import java.util.List;

/** A format for tests: the lines of {@code rules/*.yaml}; a line that begins with "wrong" is a mistake. */
record Notes(List<String> lines) {

    static final class Owner implements FormatOwner<Notes> {

        @Override
        public String name() {
            return "notes";
        }

        @Override
        public boolean owns(String path) {
            return path.startsWith("rules/");
        }

        @Override
        public Notes read(List<SourceFile> files, Mistakes mistakes) {
            for (SourceFile file : files) {
                List<String> lines = file.text().lines().toList();
                for (int number = 1; number <= lines.size(); number++) {
                    if (lines.get(number - 1).startsWith("wrong")) {
                        mistakes.add(new Mistake(file.path(), number, 1, "不对"));
                    }
                }
            }
            return new Notes(files.stream().flatMap(file -> file.text().lines()).toList());
        }
    }
}
