package com.wecomesb.connector;

import com.wecomesb.connector.ConnectorFailed.Kind;

/**
 * What a system said when it was asked whether it knows us.
 *
 * @param reason in Chinese, for operators
 */
public record SystemCheck(String system, String connector, Outcome outcome, String reason) {

    /** What came of asking. */
    public enum Outcome {
        WELL,
        /** It answers, but not as it should: credentials, rights or the address are wrong. */
        REFUSED,
        /** It does not answer now, or wants to be left alone. */
        UNREACHABLE,
        /** Its connector names no call to ask by. */
        UNKNOWN
    }

    static SystemCheck of(ConnectedSystem system, boolean asked) {
        return asked
                ? new SystemCheck(system.name(), system.connector(), Outcome.WELL, "连接和凭证正常")
                : new SystemCheck(system.name(), system.connector(), Outcome.UNKNOWN, "连接器没有写 probe,无法检查凭证");
    }

    static SystemCheck of(ConnectedSystem system, ConnectorFailed failed) {
        boolean refused = failed.kind() == Kind.PERMANENT || failed.kind() == Kind.CONFLICT;
        return new SystemCheck(
                system.name(), system.connector(), refused ? Outcome.REFUSED : Outcome.UNREACHABLE, failed.reason());
    }
}
