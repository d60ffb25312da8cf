package com.wecomesb.wecom.kf;

/** What an entry of 微信客服 holds. */
public sealed interface KfContent permits KfBody, KfEvent, KfContent.Unknown {

    /**
     * A kind of message or event that WeCom has added since this was written.
     *
     * @param type its {@code msgtype}, for an event its {@code event_type}
     */
    record Unknown(String type) implements KfContent {}
}
