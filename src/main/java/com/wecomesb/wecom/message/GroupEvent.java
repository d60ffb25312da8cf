package com.wecomesb.wecom.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something changed in a group of customers: {@code change_external_chat} (W92130). */
public sealed interface GroupEvent extends WecomMessage {

    String chatId();

    @Override
    default List<String> identity() {
        return List.of(chatId());
    }

    @Override
    default boolean ofOneApp() {
        return false;
    }

    /** {@code create}. */
    record Create(Header header, String chatId) implements GroupEvent {

        Create(Header header) {
            this(header, header.text("ChatId"));
        }
    }

    /**
     * {@code update}.
     *
     * @param detail {@code add_member}, {@code del_member}, {@code change_owner}, {@code change_name} or
     *     {@code change_notice}
     * @param joinScene how members came: 0 invited, 3 by QR code
     * @param quitScene how members went: 0 by themselves, 1 removed
     * @param members who came or went
     * @param lastVersion the members' version before; another one than the last known means that events were lost
     * @param version the members' version now
     */
    record Update(
            Header header,
            String chatId,
            String detail,
            @Nullable Integer joinScene,
            @Nullable Integer quitScene,
            @Nullable Integer memberCount,
            List<String> members,
            String lastVersion,
            String version)
            implements GroupEvent {

        Update(Header header) {
            this(
                    header,
                    header.text("ChatId"),
                    header.text("UpdateDetail"),
                    header.integer("JoinScene"),
                    header.integer("QuitScene"),
                    header.integer("MemChangeCnt"),
                    header.source().items("MemChangeList"),
                    header.text("LastMemVer"),
                    header.text("CurMemVer"));
        }

        @Override
        public List<String> identity() {
            return header.everything();
        }
    }

    /** {@code dismiss}. */
    record Dismiss(Header header, String chatId) implements GroupEvent {

        Dismiss(Header header) {
            this(header, header.text("ChatId"));
        }
    }
}
