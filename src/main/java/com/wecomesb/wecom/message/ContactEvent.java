package com.wecomesb.wecom.message;

import java.util.List;

/** Something changed between a member and a customer: {@code change_external_contact} (W92130). */
public sealed interface ContactEvent extends WecomMessage {

    /** The member. */
    String userId();

    /** The customer. */
    String externalUserId();

    @Override
    default List<String> identity() {
        return List.of(userId(), externalUserId());
    }

    @Override
    default boolean ofOneApp() {
        return false;
    }

    /**
     * {@code add_external_contact}: the member has a new customer.
     *
     * @param state where the customer came from, as the contact way was given it
     * @param welcomeCode sends one welcome within 20 seconds; empty when another one was sent already
     */
    record AddExternalContact(Header header, String userId, String externalUserId, String state, String welcomeCode)
            implements ContactEvent {

        AddExternalContact(Header header) {
            this(
                    header,
                    header.text("UserID"),
                    header.text("ExternalUserID"),
                    header.text("State"),
                    header.text("WelcomeCode"));
        }

        @Override
        public String toString() {
            return "AddExternalContact[userId=" + userId + ", externalUserId=" + externalUserId + "]";
        }
    }

    /** {@code edit_external_contact}: the member changed remark, phone or tags in the client. */
    record EditExternalContact(Header header, String userId, String externalUserId, String state)
            implements ContactEvent {

        EditExternalContact(Header header) {
            this(header, header.text("UserID"), header.text("ExternalUserID"), header.text("State"));
        }
    }

    /** {@code add_half_external_contact}: the customer added the member, who has not confirmed yet. */
    record AddHalfExternalContact(Header header, String userId, String externalUserId, String state, String welcomeCode)
            implements ContactEvent {

        AddHalfExternalContact(Header header) {
            this(
                    header,
                    header.text("UserID"),
                    header.text("ExternalUserID"),
                    header.text("State"),
                    header.text("WelcomeCode"));
        }

        @Override
        public String toString() {
            return "AddHalfExternalContact[userId=" + userId + ", externalUserId=" + externalUserId + "]";
        }
    }

    /** {@code del_external_contact}: the member deleted the customer, or handed him on ({@code DELETE_BY_TRANSFER}). */
    record DelExternalContact(Header header, String userId, String externalUserId, String deletedBy)
            implements ContactEvent {

        DelExternalContact(Header header) {
            this(header, header.text("UserID"), header.text("ExternalUserID"), header.text("Source"));
        }
    }

    /** {@code del_follow_user}: the customer deleted the member. */
    record DelFollowUser(Header header, String userId, String externalUserId) implements ContactEvent {

        DelFollowUser(Header header) {
            this(header, header.text("UserID"), header.text("ExternalUserID"));
        }
    }

    /** {@code transfer_fail}: {@code customer_refused} or {@code customer_limit_exceed}. */
    record TransferFail(Header header, String userId, String externalUserId, String failReason)
            implements ContactEvent {

        TransferFail(Header header) {
            this(header, header.text("UserID"), header.text("ExternalUserID"), header.text("FailReason"));
        }
    }

    /** {@code msg_audit_approved}: the customer agreed to the archiving of messages (W92005). */
    record MsgAuditApproved(Header header, String userId, String externalUserId, String welcomeCode)
            implements ContactEvent {

        MsgAuditApproved(Header header) {
            this(header, header.text("UserID"), header.text("ExternalUserID"), header.text("WelcomeCode"));
        }

        @Override
        public String toString() {
            return "MsgAuditApproved[userId=" + userId + ", externalUserId=" + externalUserId + "]";
        }
    }
}
