package com.wecomesb.sandbox.wecom;

import com.wecomesb.sandbox.Ids;
import com.wecomesb.sandbox.Simulated;

/** The {@code errmsg} as WeCom words it, with a hint, the caller's address and a link. */
@Simulated
class ErrorText {

    private final Ids ids;

    ErrorText(Ids ids) {
        this.ids = ids;
    }

    String of(Errcode code, String caller) {
        return code == Errcode.OK
                ? code.text()
                : code.text() + ", hint: [" + ids.number() + "], from ip: " + caller
                        + ", more info at https://open.work.weixin.qq.com/devtool/query?e=" + code.code();
    }
}
