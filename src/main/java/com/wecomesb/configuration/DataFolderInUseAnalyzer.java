package com.wecomesb.configuration;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line that another bus has the database in the data folder open, instead of a stack trace. */
final class DataFolderInUseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** H2: {@code DATABASE_ALREADY_OPEN_1}. */
    private static final int ALREADY_OPEN = 90020;

    private static final Pattern FILE = Pattern.compile("\"([^\"]+)\"");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        if (cause.getErrorCode() != ALREADY_OPEN) {
            return null;
        }
        Matcher file = FILE.matcher(String.valueOf(cause.getMessage()));
        String description = "数据目录正由另一个总线使用:" + (file.find() ? file.group(1) : "");
        String action = "先停掉那一个,或者用 --esb.data-dir=另一个目录 启动;几个节点要共用数据时请接 PostgreSQL。";
        return new FailureAnalysis(description, action, cause);
    }
}
