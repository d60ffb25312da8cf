package com.wecomesb.connector.expression;

/** A text that is no expression. */
public final class JsltMistaken extends OptionMistaken {

    private static final long serialVersionUID = 1L;

    public JsltMistaken(String text, String reason, Throwable cause) {
        super(text, "不是正确的 JSLT 表达式:" + reason, cause);
    }
}
