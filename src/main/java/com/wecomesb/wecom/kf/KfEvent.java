package com.wecomesb.wecom.kf;

import org.jspecify.annotations.Nullable;

/** What happened to a session, a message or a servicer. */
public sealed interface KfEvent extends KfContent {

    /**
     * {@code enter_session}: the customer came through a link of the account.
     *
     * @param welcomeCode allows one welcome within 20 s; only for who was not welcomed within 48 h and has not written
     */
    record EnterSession(
            String scene, Confidential sceneParam, @Nullable Confidential welcomeCode) implements KfEvent {
        EnterSession(KfFields event) {
            this(
                    event.text("scene"),
                    event.confidential("scene_param"),
                    event.optionalText("welcome_code") == null ? null : event.confidential("welcome_code"));
        }
    }

    /** {@code msg_send_fail}: a message that WeCom had taken did not arrive; see the document for the fail types. */
    record MessageFailed(String failedMsgId, int failType) implements KfEvent {
        MessageFailed(KfFields event) {
            this(event.text("fail_msgid"), event.number("fail_type"));
        }
    }

    /** {@code servicer_status_change}: 1 serving, 2 stopped; stop type 0 stopped, 1 suspended. */
    record ServicerStatusChanged(String servicerUserId, int status, int stopType) implements KfEvent {
        ServicerStatusChanged(KfFields event) {
            this(event.text("servicer_userid"), event.number("status"), event.number("stop_type"));
        }
    }

    /**
     * {@code session_status_change}, by a servicer in the client: 1 taken from the pool, 2 transferred, 3 ended, 4
     * opened again.
     *
     * @param msgCode allows one message about it
     */
    record SessionStatusChanged(
            int changeType,
            @Nullable String oldServicerUserId,
            @Nullable String newServicerUserId,
            @Nullable Confidential msgCode)
            implements KfEvent {
        SessionStatusChanged(KfFields event) {
            this(
                    event.number("change_type"),
                    event.optionalText("old_servicer_userid"),
                    event.optionalText("new_servicer_userid"),
                    event.optionalText("msg_code") == null ? null : event.confidential("msg_code"));
        }
    }

    /** {@code user_recall_msg}: the customer took a message back. */
    record CustomerRecalled(String recalledMsgId) implements KfEvent {
        CustomerRecalled(KfFields event) {
            this(event.text("recall_msgid"));
        }
    }

    /** {@code servicer_recall_msg}: a servicer took a message back. */
    record ServicerRecalled(String recalledMsgId, String servicerUserId) implements KfEvent {
        ServicerRecalled(KfFields event) {
            this(event.text("recall_msgid"), event.text("servicer_userid"));
        }
    }

    /** {@code reject_customer_msg_switch_change}: a servicer refuses this customer's messages, or takes them again. */
    record RejectionSwitched(String servicerUserId, boolean rejects) implements KfEvent {
        RejectionSwitched(KfFields event) {
            this(event.text("servicer_userid"), event.number("reject_switch") == 1);
        }
    }
}
