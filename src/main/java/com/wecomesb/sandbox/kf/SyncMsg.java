package com.wecomesb.sandbox.kf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.sandbox.SandboxSettings;
import com.wecomesb.sandbox.SandboxTime;
import com.wecomesb.sandbox.Simulated;
import com.wecomesb.sandbox.wecom.ApiAnswer;
import com.wecomesb.sandbox.wecom.ApiCall;
import com.wecomesb.sandbox.wecom.ApiRequest;
import com.wecomesb.sandbox.wecom.Errcode;
import com.wecomesb.sandbox.wecom.Frequency;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@code kf/sync_msg} (W94670): what came since the cursor, in pages, now and then an empty one in between. */
@Simulated
class SyncMsg implements ApiCall {

    private static final int LARGEST_PAGE = 1000;

    private final KfAccounts accounts;
    private final SyncTokens tokens;
    private final Frequency tokenless;
    private final int emptyPageEvery;
    private final SandboxTime time;

    SyncMsg(KfAccounts accounts, SyncTokens tokens, SandboxSettings settings, SandboxTime time) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.tokenless = new Frequency(settings.limits().tokenlessSyncsPerMinute(), 0, true, time);
        this.emptyPageEvery = settings.limits().emptyPageEvery();
        this.time = time;
    }

    @Override
    public String path() {
        return "kf/sync_msg";
    }

    @Override
    public ApiAnswer answer(ApiRequest request) {
        String id = request.text("open_kfid");
        Errcode fault = accounts.fault(id, request.app());
        if (fault != null) {
            return ApiAnswer.error(fault);
        }
        KfAccount account = accounts.get(id);
        fault = fault(request, account);
        if (fault != null) {
            return ApiAnswer.error(fault);
        }
        OptionalLong position = Cursor.position(account, request.text("cursor"));
        return position.isPresent()
                ? page(account, position.getAsLong(), limit(request))
                : ApiAnswer.error(Errcode.WRONG_CURSOR);
    }

    private @Nullable Errcode fault(ApiRequest request, KfAccount account) {
        int voiceFormat = request.body().path("voice_format").asInt(0);
        int limit = limit(request);
        if (limit < 1 || limit > LARGEST_PAGE || voiceFormat < 0 || voiceFormat > 1) {
            return Errcode.WRONG_PARAMETER;
        }
        String token = request.text("token");
        if (token.isEmpty()) {
            return tokenless.admits(account.id()) ? null : Errcode.THROTTLED;
        }
        return tokens.isGood(token, account) ? null : Errcode.WRONG_MESSAGE_TOKEN;
    }

    private static int limit(ApiRequest request) {
        int limit = request.body().path("limit").asInt(0);
        return limit == 0 ? LARGEST_PAGE : limit;
    }

    private ApiAnswer page(KfAccount account, long position, int limit) {
        boolean isEmpty = emptyPageEvery > 0 && account.nextSync() % emptyPageEvery == 0;
        KfLog.Page page = account.log().read(position, isEmpty ? 0 : limit, time.seconds());
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("next_cursor", Cursor.of(account, page.next()));
        fields.put("has_more", isEmpty || page.hasMore() ? 1 : 0);
        fields.putArray("msg_list").addAll(page.messages());
        return ApiAnswer.ok(fields);
    }
}
