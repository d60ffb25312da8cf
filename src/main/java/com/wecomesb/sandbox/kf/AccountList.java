package com.wecomesb.sandbox.kf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.ApiAnswer;
import com.wecomesb.sandbox.wecom.ApiCall;
import com.wecomesb.sandbox.wecom.ApiRequest;
import com.wecomesb.sandbox.wecom.Errcode;

/** {@code kf/account/list} (W94661): the accounts that are granted to the app. */
@Simulated
class AccountList implements ApiCall {

    private static final int LARGEST_PAGE = 100;

    private final KfAccounts accounts;

    AccountList(KfAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String path() {
        return "kf/account/list";
    }

    @Override
    public ApiAnswer answer(ApiRequest request) {
        int offset = request.body().path("offset").asInt(0);
        int limit = request.body().path("limit").asInt(LARGEST_PAGE);
        if (offset < 0 || limit < 1 || limit > LARGEST_PAGE) {
            return ApiAnswer.error(Errcode.WRONG_PARAMETER);
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        ArrayNode list = fields.putArray("account_list");
        accounts.all().stream()
                .filter(account -> account.app().equals(request.app().name()))
                .skip(offset)
                .limit(limit)
                .forEach(account -> list.addObject()
                        .put("open_kfid", account.id())
                        .put("name", account.name())
                        .put("avatar", "https://wework.qpic.cn/sandbox/" + account.id() + "/0")
                        .put("manage_privilege", false));
        return ApiAnswer.ok(fields);
    }
}
