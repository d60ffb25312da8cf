package com.wecomesb.connector;

/**
 * A system does not know who calls, or not any more, with a new token neither: nothing has happened there, and an operator has
 * to mend the settings. Permanent for whoever cannot wait for that.
 */
public final class CredentialsRefused extends ConnectorFailed {

    private static final long serialVersionUID = 1L;

    /**
     * Tells operators where to look.
     *
     * @param reason what was asked and answered, in Chinese
     */
    public CredentialsRefused(String reason) {
        super(Kind.PERMANENT, reason + ":凭证或权限不对,请检查设置");
    }
}
