package com.wecomesb.connector;

import java.util.Set;

/**
 * A system refuses a request for its size or content (HTTP 413, 422), and there are files in it: nothing has happened, and
 * the same document without them may be taken. Permanent for whoever cannot leave them out.
 */
public final class FilesRefused extends ConnectorFailed {

    private static final long serialVersionUID = 1L;
    private static final int TOO_LARGE = 413;

    private final transient Set<String> names;
    private final int status;

    /**
     * @param names of the files in the request, as the document has them
     * @param reason for people, without the names: they may be a customer's
     */
    public FilesRefused(Set<String> names, int status, String reason) {
        super(Kind.PERMANENT, reason);
        this.names = Set.copyOf(names);
        this.status = status;
    }

    public Set<String> names() {
        return names;
    }

    /** In Chinese, for the reader of a ticket. */
    public String why() {
        return status == TOO_LARGE ? "太大,对方系统不收" : "对方系统不接受(HTTP " + status + "),可能太大或类型不允许";
    }
}
