package com.wecomesb.wecom.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of WeCom's table of error codes.
 *
 * @param code what WeCom answered as {@code errcode}
 * @param outcome what it means for the caller
 * @param block for {@link CallOutcome#THROTTLED}, the shortest block that it can mean
 * @param explanation for a person, in Chinese; {@code {ip}} stands for our address as WeCom sees it
 * @param known whether the table has the code
 */
record Errcode(int code, CallOutcome outcome, @Nullable BlockWindow block, String explanation, boolean known) {

    static final int CREDENTIAL_INVALID = 40001;
    static final int TOO_MANY_CALLS = 45009;

    private static final Pattern ADDRESS = Pattern.compile("from ip:\\s*([0-9a-fA-F.:]+)");

    static Errcode unknown(int code) {
        return new Errcode(code, CallOutcome.PERMANENT, null, "企业微信返回了未知的错误码 " + code + ",请到企业微信的错误码页面查询", false);
    }

    /** Our address as WeCom names it in {@code errmsg}, if it does. */
    static @Nullable String addressIn(String errmsg) {
        Matcher matcher = ADDRESS.matcher(errmsg);
        return matcher.find() ? matcher.group(1) : null;
    }

    String reason(@Nullable String address) {
        return explanation.replace("{ip}", address == null ? "(未知)" : address);
    }
}
