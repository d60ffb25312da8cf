package com.wecomesb.wecom.message;

import java.util.List;

/** 微信客服 (W94670, W97712). */
public sealed interface KfEvent extends WecomMessage {

    @Override
    default boolean ofOneApp() {
        return true;
    }

    /**
     * {@code kf_msg_or_event}: there is something to fetch with {@code kf/sync_msg}; no event of its own.
     *
     * @param token allows to fetch more often, for ten minutes
     * @param openKfId the account; old callbacks do not name it
     */
    record KfMsgOrEvent(Header header, String token, String openKfId) implements KfEvent {

        KfMsgOrEvent(Header header) {
            this(header, header.text("Token"), header.text("OpenKfId"));
        }

        @Override
        public List<String> identity() {
            return List.of(openKfId, token);
        }

        @Override
        public String toString() {
            return "KfMsgOrEvent[openKfId=" + openKfId + "]";
        }
    }

    /** {@code kf_account_auth_change}: accounts were given to the app or taken from it. */
    record KfAccountAuthChange(Header header, List<String> added, List<String> removed) implements KfEvent {

        KfAccountAuthChange(Header header) {
            this(
                    header,
                    header.source().texts("AuthAddOpenKfId"),
                    header.source().texts("AuthDelOpenKfId"));
        }

        @Override
        public List<String> identity() {
            return header.everything();
        }
    }
}
