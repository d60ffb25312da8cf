package com.wecomesb.reply;

/** Where an answer goes out: the two take different types of messages. */
public enum Channel {
    /** 微信客服, {@code kf/send_msg} (W94677). */
    KF,
    /** An app, {@code message/send} (W90236). */
    APP;

    /** By its name in events, {@code kf} or {@code app}; what has no name of its own is taken as an app. */
    public static Channel of(String name) {
        return name.equals("kf") ? KF : APP;
    }
}
