package com.wecomesb.connector.expression;

/** A text that is no expression. It is of a file, so it may be shown. */
public final class JsltMistaken extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String text;

    public JsltMistaken(String text, String reason, Throwable cause) {
        super("不是正确的 JSLT 表达式:" + reason, cause);
        this.text = text;
    }

    /** What was written. */
    public String text() {
        return text;
    }
}
