package com.wecomesb.receive.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.wecomesb.wecom.api.CallOutcome;
import com.wecomesb.wecom.api.WecomCallFailed;
import com.wecomesb.wecom.api.WecomClient;
import java.util.Map;

/** Reads the pages of one account with {@code kf/sync_msg} (document 94670). */
final class KfPages {

    private static final String PATH = "kf/sync_msg";

    /** The most that WeCom gives at once. */
    private static final int PAGE = 1_000;

    /** For pages that are too large to be taken as a whole. */
    private static final int SMALL_PAGE = 50;

    private static final int TOKEN_EXPIRED = 95007;

    private final WecomClient wecom;
    private KfHint hint;
    private int limit = PAGE;

    KfPages(WecomClient wecom, KfHint hint) {
        this.wecom = wecom;
        this.hint = hint;
    }

    /**
     * The page that follows a cursor.
     *
     * @throws WecomCallFailed if WeCom does not give it
     */
    JsonNode after(String cursor) {
        try {
            return read(cursor);
        } catch (WecomCallFailed failure) {
            if (failure.errcode() == TOKEN_EXPIRED && hint.token() != null) {
                hint = hint.withoutToken();
            } else if (failure.errcode() == WecomCallFailed.NO_ERRCODE
                    && failure.outcome() == CallOutcome.PERMANENT
                    && limit == PAGE) {
                limit = SMALL_PAGE;
            } else {
                throw failure;
            }
            return after(cursor);
        }
    }

    private JsonNode read(String cursor) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("cursor", cursor)
                .put("limit", limit)
                .put("voice_format", 0)
                .put("open_kfid", hint.openKfId());
        if (hint.token() != null) {
            body.put("token", hint.token());
        }
        return wecom.call(hint.app(), PATH, body, Map.of());
    }
}
