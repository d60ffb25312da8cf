package com.wecomesb.receive;

import com.wecomesb.wecom.message.AppEvent;
import com.wecomesb.wecom.message.CardEvent;
import com.wecomesb.wecom.message.ContactEvent;
import com.wecomesb.wecom.message.DirectoryEvent;
import com.wecomesb.wecom.message.GroupEvent;
import com.wecomesb.wecom.message.Header;
import com.wecomesb.wecom.message.MemberMessage;
import com.wecomesb.wecom.message.MenuEvent;
import com.wecomesb.wecom.message.TagEvent;
import com.wecomesb.wecom.message.UnknownMessage;
import com.wecomesb.wecom.message.WecomMessage;
import com.wecomesb.wecom.xml.XmlElement;

/**
 * Where something took place, which is also what orders it: a chat with somebody, or a record of the corp.
 *
 * @param channel {@code app} or {@code contact}, for a record the kind of record
 * @param account the app's number or the member, empty for a record
 * @param peer who is at the other end, for a record its id
 * @param peerKind {@code customer} or {@code staff}, empty for a record
 */
record Place(String channel, String account, String peer, String peerKind) {

    static Place of(WecomMessage message) {
        if (isFromMember(message)) {
            return chatWithMember(message.header());
        } else if (message instanceof ContactEvent contact) {
            return new Place("contact", contact.userId(), contact.externalUserId(), "customer");
        } else if (message instanceof GroupEvent group) {
            return record("group", group.chatId());
        } else if (message instanceof TagEvent) {
            return record("tag", "");
        } else if (message instanceof DirectoryEvent) {
            return record("directory", changedRecord(message.header().source()));
        }
        return record("app", agentOf(message.header()));
    }

    boolean isChat() {
        return !peerKind.isEmpty();
    }

    /** The parts of the event's key. */
    String[] key(String corpId) {
        return new String[] {corpId, channel, account, peer};
    }

    private static boolean isFromMember(WecomMessage message) {
        return message instanceof MemberMessage
                || message instanceof MenuEvent
                || message instanceof CardEvent
                || message instanceof AppEvent
                || (message instanceof UnknownMessage unknown && isMember(unknown.header()));
    }

    private static boolean isMember(Header header) {
        return header.agentId() != null
                && !header.from().isEmpty()
                && !header.from().equals("sys");
    }

    private static String changedRecord(XmlElement change) {
        return change.text("UserID") + "/" + change.text("Id") + "/" + change.text("TagId");
    }

    private static Place chatWithMember(Header header) {
        return new Place("app", agentOf(header), header.from(), "staff");
    }

    private static Place record(String kind, String id) {
        return new Place(kind, "", id, "");
    }

    private static String agentOf(Header header) {
        return header.agentId() == null ? "" : header.agentId().toString();
    }
}
