package com.wecomesb.wecom.message;

import java.util.List;

/** A decrypted callback, read. */
public sealed interface WecomMessage
        permits MemberMessage,
                AppEvent,
                MenuEvent,
                CardEvent,
                AppNotice,
                KfEvent,
                ContactEvent,
                GroupEvent,
                TagEvent,
                DirectoryEvent,
                UnknownMessage,
                UnreadableMessage {

    /** What all of them have. */
    Header header();

    /**
     * What tells this one from every other of its type, sender and second, and is the same when WeCom repeats it or
     * sends it through another app as well.
     */
    List<String> identity();

    /** Whether it belongs to one app; if not, several apps of the corp may be told the same. */
    boolean ofOneApp();
}
