package com.wecomesb.connector.sql;

import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import java.sql.SQLException;
import java.sql.SQLTransientException;

/** What the standard's codes for a failure mean. What a database says beside them quotes values and stays here. */
final class SqlFailures {

    static final String UNIQUE_VIOLATION = "23505";

    private SqlFailures() {}

    /** Whether a table or a column is not there, or not what it was. */
    static boolean isOfShape(SQLException exception) {
        return exception.getSQLState() != null && exception.getSQLState().startsWith("42");
    }

    /** @param committing whether the commit had been sent: without its answer nobody knows */
    static ConnectorFailed of(SQLException exception, boolean committing) {
        String state = exception.getSQLState() == null ? "" : exception.getSQLState();
        String reason = "数据库回答 " + (state.isEmpty() ? exception.getClass().getSimpleName() : state);
        if (committing) {
            return new ConnectorFailed(Kind.UNKNOWN, reason + ":提交时没有等到回答");
        }
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "28" -> new ConnectorFailed(Kind.PERMANENT, reason + ":用户名或密码不对");
            case "23" -> new ConnectorFailed(Kind.PERMANENT, reason + ":不满足表的约束,请检查映射");
            case "22" -> new ConnectorFailed(Kind.PERMANENT, reason + ":值放不进列里,请检查映射");
            case "42", "3D", "3F", "90" -> new ConnectorFailed(Kind.PERMANENT, reason + ":库、表、列或权限不对,请检查设置");
            case "08" -> new ConnectorFailed(Kind.RETRY, reason + ":连不上数据库");
            case "40", "53", "55", "57" -> new ConnectorFailed(Kind.RETRY, reason);
            default ->
                new ConnectorFailed(exception instanceof SQLTransientException ? Kind.RETRY : Kind.PERMANENT, reason);
        };
    }
}
