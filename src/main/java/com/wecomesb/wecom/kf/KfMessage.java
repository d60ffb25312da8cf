package com.wecomesb.wecom.kf;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code msg_list}.
 *
 * @param msgId WeCom's id; empty if it has left it out
 * @param sentAt to the second
 * @param isEvent whether it says that something happened, rather than being a message
 * @param type {@code msgtype}; for events {@code event_type}
 * @param openKfId the account; empty if the entry does not name it
 * @param externalUserId the customer; null for what concerns the account as a whole
 * @param servicerUserId who wrote, for {@link Origin#SERVICER}
 * @param content what it holds, by its type
 * @param own the same as WeCom wrote it: the fields of the type's own object
 */
public record KfMessage(
        String msgId,
        Instant sentAt,
        Origin origin,
        boolean isEvent,
        String type,
        String openKfId,
        @Nullable String externalUserId,
        @Nullable String servicerUserId,
        KfContent content,
        JsonNode own) {

    /** Who sent it. */
    public enum Origin {
        CUSTOMER,
        SYSTEM,
        SERVICER,
        UNKNOWN;

        static Origin of(int code) {
            return switch (code) {
                case 3 -> CUSTOMER;
                case 4 -> SYSTEM;
                case 5 -> SERVICER;
                default -> UNKNOWN;
            };
        }
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "KfMessage[" + type + " " + msgId + "]";
    }
}
